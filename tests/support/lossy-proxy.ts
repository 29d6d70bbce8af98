import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** Bolt's COMMIT as it stands on the wire: a chunk of two bytes, the message, and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
/** How BEGIN starts: a message with one field. */
const BEGIN = Buffer.from([0xb1, 0x11]);

export interface LossyProxy {
  readonly port: number;
  /** Transactions of which the answer to COMMIT was lost. */
  lost(): number;
  close(): Promise<void>;
}

/**
 * Stands before a database and hands everything on, but that the first COMMIT of each transaction is carried out without an
 * answer: the connection breaks. The same transaction said again comes through, whatever others do in between.
 */
export async function startLossyProxy(port: number): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  const lost = new Set<string>();
  const server = createServer((client) => {
    const database = connect(port, "127.0.0.1");
    let isLosing = false;
    let said = Buffer.alloc(0);
    const end = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) sockets.add(socket.on("error", end).on("close", end));
    client.on("data", (bytes) => {
      said = Buffer.concat([said, bytes]);
      if (said.includes(COMMIT)) {
        const transaction = said.toString("latin1", said.indexOf(BEGIN), said.indexOf(COMMIT));
        isLosing = !lost.has(transaction);
        lost.add(transaction);
        said = Buffer.alloc(0);
      }
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (isLosing) end();
      else client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lost: () => lost.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
