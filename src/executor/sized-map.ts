interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  /** Since it was last looked at for eviction. */
  used: boolean;
}

/**
 * A map from texts that holds a set number of bytes. What came first goes first, unless it was used: then it gets a second
 * round. So a look-up moves nothing, which would cost more than the look-up.
 */
export class SizedMap<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private held = 0;

  constructor(private readonly limitBytes: number) {}

  /** The bytes of everything in it. */
  get bytes(): number {
    return this.held;
  }

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    entry.used = true;
    return entry.value;
  }

  /** @param bytes of key and value; what is larger than a quarter of all is not held, since it would push out too much */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.limitBytes / 4) return;
    this.makeRoom(bytes);
    this.add(key, { value, bytes, used: false });
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.held -= entry.bytes;
  }

  clear(): void {
    this.entries.clear();
    this.held = 0;
  }

  private makeRoom(bytes: number): void {
    // A map is walked in the order of entry, also over what is added on the way: in the second round no mark is left.
    for (const [oldest, entry] of this.entries) {
      if (this.held + bytes <= this.limitBytes) return;
      this.delete(oldest);
      if (entry.used) this.add(oldest, { ...entry, used: false });
    }
  }

  private add(key: string, entry: Entry<Value>): void {
    this.entries.set(key, entry);
    this.held += entry.bytes;
  }
}
