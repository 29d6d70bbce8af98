const [FIRST, LAST] = [Date.parse("0000-01-01T00:00:00.000Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/**
 * An instant (milliseconds since 1970) as text in UTC.
 * @returns null where its year has no four digits, as before the year 0: no tool that reads RFC 3339 could read it
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function instantText(milliseconds: number): string | null {
  return milliseconds >= FIRST && milliseconds <= LAST ? new Date(milliseconds).toISOString() : null;
}
