const PREFIX = "former:";

/** The id of the node that says what stands for an id that was given up. */
export function formerId(givenUp: string): string {
  return PREFIX + givenUp;
}

/** The id that such a node is about; null for the id of anything else. */
export function givenUpId(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
