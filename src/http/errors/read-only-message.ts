/** What a mutation or a subscription is told, however it was sent. */
export function readOnlyMessage(kind: string): string {
  return `Quoth answers queries only; a ${kind} is refused. Data comes in by \`quoth seed\`.`;
}
