import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Bolt's COMMIT as it stands on the wire: a chunk of two bytes, the message, and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/**
 * What can go wrong between two ends: `cut` breaks the connection on which the bytes came, `cut all` breaks every one,
 * `down` also takes no new ones for a while, `delay` holds one connection up, `hang` all of them, and `lose commit` hands the
 * next COMMIT on and breaks before its answer.
 */
export type FaultKind = "cut" | "cut all" | "down" | "delay" | "hang" | "lose commit";

export interface PlannedFault {
  /** Comes with the n-th piece of data that passes, in either direction. */
  readonly at: number;
  readonly kind: FaultKind;
  /** For how long, where it is one that lasts. */
  readonly ms: number;
}

interface Pair {
  readonly client: Socket;
  readonly database: Socket;
  isLosing: boolean;
}

/** Stands before a database, hands everything on, and does harm as planned. */
export class FaultyProxy {
  readonly done: Record<FaultKind, number> = { cut: 0, "cut all": 0, down: 0, delay: 0, hang: 0, "lose commit": 0 };
  private plan: readonly PlannedFault[] = [];
  private pieces = 0;
  private losing = 0;
  private isDown = false;
  private gate: Promise<unknown> = Promise.resolve();
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on("connection", (client: Socket) => this.accept(client));
  }

  static async start(target: number): Promise<FaultyProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new FaultyProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Counts pieces anew, and lets these faults happen. */
  follow(plan: readonly PlannedFault[]): void {
    this.plan = plan;
    this.pieces = 0;
  }

  /** No harm from now on; what hangs goes on. */
  behave(): void {
    this.follow([]);
    this.losing = 0;
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket): void {
    if (this.isDown) return void client.destroy();
    const pair: Pair = { client, database: connect(this.target, "127.0.0.1"), isLosing: false };
    this.pairs.add(pair);
    for (const socket of [client, pair.database]) socket.on("error", () => cut(pair)).on("close", () => this.forget(pair));
    handOn(client, pair.database, async (bytes) => {
      if (this.losing > 0 && bytes.includes(COMMIT)) {
        this.losing--;
        pair.isLosing = true;
      }
      await this.pass(pair);
    });
    handOn(pair.database, client, async () => {
      if (!pair.isLosing) return this.pass(pair);
      this.done["lose commit"]++;
      cut(pair);
    });
  }

  private async pass(pair: Pair): Promise<void> {
    this.pieces++;
    for (const fault of this.plan) if (fault.at === this.pieces) await this.strike(fault, pair);
    await this.gate;
  }

  private async strike({ kind, ms }: PlannedFault, pair: Pair): Promise<void> {
    if (kind !== "lose commit") this.done[kind]++;
    if (kind === "cut") cut(pair);
    if (kind === "cut all" || kind === "down") this.cutAll();
    if (kind === "down") this.stayDown(ms);
    if (kind === "hang") this.gate = sleep(ms);
    if (kind === "lose commit") this.losing++;
    if (kind === "delay") await sleep(ms);
  }

  private stayDown(ms: number): void {
    this.isDown = true;
    setTimeout(() => (this.isDown = false), ms);
  }

  private cutAll(): void {
    for (const pair of this.pairs) cut(pair);
  }

  private forget(pair: Pair): void {
    cut(pair);
    this.pairs.delete(pair);
  }
}

/** Piece after piece, each when `before` lets it. */
function handOn(from: Socket, to: Socket, before: (bytes: Buffer) => Promise<void>): void {
  let line = Promise.resolve();
  from.on("data", (bytes: Buffer) => {
    line = line.then(async () => {
      await before(bytes);
      if (!to.destroyed) to.write(bytes);
    });
  });
}

function cut({ client, database }: Pair): void {
  client.destroy();
  database.destroy();
}
