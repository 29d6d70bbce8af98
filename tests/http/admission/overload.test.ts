import type { QuothServer } from "../../../src/http/quoth-server";
import { post, send } from "../send";
import { toyServer } from "../toy-server";

let server: QuothServer;
let address: string;
beforeAll(async () => {
  server = await toyServer({ QUOTH_MAX_AT_WORK: "2", QUOTH_MAX_WAITING: "3", QUOTH_MAX_CONNECTIONS: "40", QUOTH_REQUEST_TIMEOUT: "1" });
  address = await server.listen();
});
afterAll(() => server.close());
const slow = (index: number): Promise<Awaited<ReturnType<typeof post>>> =>
  post(address, { query: `{ wait(ms: 600) hello(name: "${String(index)}") }` });

describe("a server with more questions than it takes", () => {
  it("answers as many as it has room for, and refuses the others at once with 503 and when to come again", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => slow(index)));
    const refused = answers.filter(({ status }) => status === 503);
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([5, 7]);
    expect(refused[0]?.headers).toMatchObject({ "retry-after": "2", "cache-control": "no-store" });
    expect(refused[0]?.json.errors?.[0]).toMatchObject({
      message: expect.stringContaining("QUOTH_MAX_WAITING") as string,
      extensions: { code: "SERVER_BUSY", limit: 3, actual: 4, setting: "QUOTH_MAX_WAITING" },
    });
  });

  it("answers /health and what it has kept all the while", async () => {
    await post(address, { query: "{ long }" });
    const crowd = Promise.all(Array.from({ length: 12 }, (_, index) => slow(100 + index)));
    const others = await Promise.all([send(`${address}/health`), post(address, { query: "{ long }" })]);
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
    await crowd;
  });

  it("answers as before when the crowd has gone", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => slow(200 + index)));
    expect((await slow(300)).status).toBe(200);
  });

  it("closes connections past their number", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, () =>
        send(`${address}/graphql`, { method: "POST", headers: { "content-length": "9", "content-type": "application/json" } }, "{"),
      ),
    );
    expect(answers.some(({ status }) => status === "rejected")).toBe(true);
  });
});
