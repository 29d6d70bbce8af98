import type { QuothServer } from "../../../src/http/quoth-server";
import { toyServer } from "../toy-server";

let server: QuothServer;
beforeAll(async () => {
  server = await toyServer();
});
afterAll(async () => server.close());

const open = async (url: string) => server.app.inject({ url, headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });

describe("the pages for a browser", () => {
  it("begin at /graphql, with what is loaded and the ready questions", async () => {
    const { statusCode, body } = await open("/graphql");
    expect(statusCode).toBe(200);
    expect(body).toContain("Toy (7 statements)");
    expect(body).toContain("Who says &quot;hello&quot; &amp; why?");
    expect(body).toContain(`href="/ide?query=${encodeURIComponent('{ hello(name: "<b>") }')}"`);
  });

  it.each([{}, { "accept-encoding": "gzip" }])(
    "are not mixed up with the answers at the same address by a cache: with %j",
    async (more) => {
      const headers = { accept: "text/html", "apollo-require-preflight": "1", ...more };
      const page = await server.app.inject({ url: "/graphql?query=%7Bhello%7D", headers });
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(String(page.headers["vary"]).toLowerCase().split(", ")).toContain("accept");
    },
  );

  it("lead from / to the start page", async () => {
    const { statusCode, headers } = await open("/");
    expect([statusCode, headers.location]).toEqual([302, "/graphql"]);
  });

  it("set the IDE's question above its answer on narrow screens", async () => {
    const { body } = await server.app.inject({ url: "/ide", headers: { accept: "text/html" } });
    expect(body.slice(0, 1000)).toMatch(
      /<head>\s*<meta name="viewport" [^>]*>\s*<style>[\s\S]*#graphiql-session \{ flex-direction: column; \}/,
    );
    expect(body).toContain('id:"graphiql-session"');
  });

  it.each(["/graphql", "/ide", "/sandbox"])("have a policy of their own and load no script from another host: %s", async (url) => {
    const { statusCode, headers, body } = await open(url);
    expect([statusCode, String(headers["content-type"])]).toEqual([200, "text/html; charset=utf-8"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(body).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="?(https?:)?\/\//);
  });

  it("are not there when they are switched off", async () => {
    const closed = await toyServer({ QUOTH_PAGES: "off" });
    const answers = await Promise.all(
      ["/ide", "/sandbox", "/"].map(async (url) => closed.app.inject({ url, headers: { accept: "text/html" } })),
    );
    await closed.close();
    expect(answers.map((each) => each.statusCode)).toEqual([404, 404, 404]);
  });
});
