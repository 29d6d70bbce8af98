import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { packMessage, unpackMessage } from "./pack-stream";
import type { Message, PackValue } from "./pack-stream";

const SUCCESS = 0x70;
const RECORD = 0x71;
const IGNORED = 0x7e;
const FAILURE = 0x7f;
const NAMES: Readonly<Record<number, string>> = {
  0x01: "HELLO",
  0x02: "GOODBYE",
  0x0f: "RESET",
  0x10: "RUN",
  0x11: "BEGIN",
  0x12: "COMMIT",
  0x13: "ROLLBACK",
  0x2f: "DISCARD",
  0x3f: "PULL",
  0x66: "ROUTE",
};
const MAGIC = Buffer.from([0x60, 0x60, 0xb0, 0x17]);
const HANDSHAKE_BYTES = 20;
const BOLT_5_0 = Buffer.from([0, 0, 0, 5]);

/** What comes instead of an answer: a failure with Neo4j's code, nothing at all, the end of the connection, or the answer late. */
export type Fault = { readonly code: string } | "hang" | "close" | { readonly afterMs: number };

/** A statement as it came. */
export interface SeenStatement {
  readonly text: string;
  readonly isWrite: boolean;
  readonly bookmarks: readonly string[];
}

/** Which member of a cluster does what, by address. */
export type Routes = Readonly<Record<"ROUTE" | "READ" | "WRITE", readonly string[]>>;

export interface Script {
  /**
   * Asked at every message.
   * @param count how many of that name came so far, this one included
   * @param text of a RUN
   */
  readonly fault?: (name: string, count: number, text: string) => Fault | undefined;
  /** The rows of a statement, by column name; the first pattern that its text matches decides. */
  readonly answers?: readonly (readonly [RegExp, readonly Readonly<Record<string, PackValue>>[]])[];
  /** Told to whoever asks for the cluster; by itself a server is a cluster of one. */
  readonly routes?: () => Routes;
  /** Given at the end of a transaction. */
  readonly bookmark?: () => string;
}

export interface ScriptedBolt {
  readonly uri: string;
  /** How often each message was obeyed or failed. */
  readonly counts: Readonly<Record<string, number>>;
  /** How often each message came, those included that wait behind an answer that is late or never comes. */
  readonly arrived: Readonly<Record<string, number>>;
  /** Every statement that was obeyed. */
  readonly statements: readonly SeenStatement[];
  close(): Promise<void>;
}

const KERNEL = [/dbms\.components/, [{ version: "5.26.0", edition: "community" }]] as const;

/** Speaks Bolt 5.0 and fails as told. It is no database: it runs no Cypher, and gives the rows of its script. */
export async function startScriptedBolt(script: Script = {}): Promise<ScriptedBolt> {
  const counts: Record<string, number> = {};
  const arrived: Record<string, number> = {};
  const statements: SeenStatement[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    new Connection(socket, script, { counts, arrived, statements });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    uri: `bolt://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    counts,
    arrived,
    statements,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Connection {
  private input = Buffer.alloc(0);
  private chunks: Buffer[] = [];
  private greeted = false;
  private failed = false;
  private rows: readonly Readonly<Record<string, PackValue>>[] = [];
  private transaction: unknown;
  private line: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly script: Script,
    private readonly books: {
      readonly counts: Record<string, number>;
      readonly arrived: Record<string, number>;
      readonly statements: SeenStatement[];
    },
  ) {
    socket.on("data", (bytes) => this.take(bytes));
  }

  private take(bytes: Buffer): void {
    this.input = Buffer.concat([this.input, bytes]);
    if (!this.greeted) {
      if (this.input.length < HANDSHAKE_BYTES) return;
      if (!this.input.subarray(0, MAGIC.length).equals(MAGIC)) return void this.socket.destroy();
      this.input = this.input.subarray(HANDSHAKE_BYTES);
      this.greeted = true;
      this.socket.write(BOLT_5_0);
    }
    while (this.input.length >= 2) {
      const size = this.input.readUInt16BE(0);
      if (this.input.length < 2 + size) return;
      this.chunks.push(Buffer.from(this.input.subarray(2, 2 + size)));
      this.input = this.input.subarray(2 + size);
      if (size === 0) this.onMessage(Buffer.concat(this.chunks.splice(0)));
    }
  }

  /** One after the other: what comes behind a late answer waits, too. */
  private onMessage(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const message = unpackMessage(bytes);
    note(this.books.arrived, nameOf(message));
    this.line = this.line.then(() => this.obey(message));
  }

  private async obey(message: Message): Promise<void> {
    const name = nameOf(message);
    const count = note(this.books.counts, name);
    if (name === "GOODBYE") return void this.socket.end();
    if (name === "RESET") this.failed = false;
    if (this.failed) return this.send(IGNORED);
    const text = name === "RUN" ? String(message.fields[0]) : "";
    const fault = this.script.fault?.(name, count, text);
    if (fault === "close") return void this.socket.destroy();
    if (fault === "hang") return new Promise(() => undefined);
    if (fault && "code" in fault) {
      this.failed = true;
      return this.send(FAILURE, { code: fault.code, message: "as the script says" });
    }
    // What is still late at the end of a test must not keep its process.
    if (fault) await sleep(fault.afterMs, undefined, { ref: false });
    this.follow(name, message.fields);
    this.answer(name, text);
  }

  /** Keeps what a statement came with: by itself or with the BEGIN before it. */
  private follow(name: string, fields: readonly unknown[]): void {
    if (name === "BEGIN") this.transaction = fields[0];
    if (name === "COMMIT" || name === "ROLLBACK" || name === "RESET") this.transaction = undefined;
    if (name !== "RUN") return;
    const { mode, bookmarks } = (this.transaction ?? fields[2]) as { mode?: string; bookmarks?: string[] };
    this.books.statements.push({ text: String(fields[0]), isWrite: mode !== "r", bookmarks: bookmarks ?? [] });
  }

  private answer(name: string, text: string): void {
    if (name === "HELLO") return this.send(SUCCESS, { server: "Neo4j/5.26.0", connection_id: "bolt-1" });
    if (name === "RUN") {
      this.rows = [...(this.script.answers ?? []), KERNEL].find(([pattern]) => pattern.test(text))?.[1] ?? [];
      return this.send(SUCCESS, { fields: Object.keys(this.rows[0] ?? {}), t_first: 0 });
    }
    if (name === "ROUTE") return this.send(SUCCESS, { rt: this.routes() });
    if (name === "PULL") for (const row of this.rows) this.send(RECORD, Object.values(row));
    const bookmark: Record<string, PackValue> =
      this.script.bookmark && this.transaction === undefined ? { bookmark: this.script.bookmark() } : {};
    this.send(SUCCESS, name === "PULL" ? { type: "rw", has_more: false, ...bookmark } : bookmark);
  }

  private routes(): PackValue {
    const self = [`127.0.0.1:${String(this.socket.localPort)}`];
    const roles = this.script.routes?.() ?? { ROUTE: self, READ: self, WRITE: self };
    return { ttl: 300, db: "neo4j", servers: Object.entries(roles).map(([role, addresses]) => ({ role, addresses })) };
  }

  private send(tag: number, ...fields: readonly PackValue[]): void {
    if (!this.socket.destroyed) this.socket.write(packMessage(tag, ...fields));
  }
}

function nameOf({ tag }: Message): string {
  return NAMES[tag] ?? "OTHER";
}

function note(book: Record<string, number>, name: string): number {
  return (book[name] = (book[name] ?? 0) + 1);
}
