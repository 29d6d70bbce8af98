/** Whose request an error belongs to: Apollo formats errors without telling it. */
export class ErrorOwners {
  private readonly ids = new WeakMap<object, string>();

  /** @param id of the request */
  claim(error: object, id: string): void {
    this.ids.set(error, id);
  }

  /** The id of the request, where that is known. */
  idOf(error: unknown): string | undefined {
    return this.ids.get(Object(error) as object);
  }
}
