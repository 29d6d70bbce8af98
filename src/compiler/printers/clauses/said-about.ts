/** Conditions on an ABOUT relation: what one speaker said about one thing, by their ids. An index over ABOUT has the two (ADR 18). */
export function saidAbout(relation: string, speakerId: string, thingId: string): string[] {
  return [`${relation}.aboutId = ${thingId}`, `${relation}.speakerId = ${speakerId}`];
}
