import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** Bolt's COMMIT as it stands on the wire: a chunk of two bytes, the message, and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

export interface LossyProxy {
  readonly port: number;
  /** COMMITs whose answer was lost. */
  lost(): number;
  close(): Promise<void>;
}

/**
 * Stands before a database and hands everything on, but for some COMMITs: the database carries them out, and the connection
 * breaks before its answer gets through.
 * @param loses told how many COMMITs came before
 */
export async function startLossyProxy(port: number, loses: (before: number) => boolean): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  let [commits, lost] = [0, 0];
  const server = createServer((client) => {
    const database = connect(port, "127.0.0.1");
    let isLosing = false;
    const end = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) sockets.add(socket.on("error", end).on("close", end));
    client.on("data", (bytes) => {
      if (bytes.includes(COMMIT) && loses(commits++)) isLosing = true;
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (!isLosing) return void client.write(bytes);
      lost += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lost: () => lost,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
