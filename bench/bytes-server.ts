import { createServer } from "node:http";

/**
 * How fast this machine and client can be at best: plain node:http that sends bytes which it was given before. `PUT /path` sets
 * them, `POST /path` reads the question through and sends them.
 */
function main(): void {
  const [port = "0"] = process.argv.slice(2);
  const answers = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      if (request.method === "PUT") {
        answers.set(path, Buffer.concat(chunks));
        response.end();
        return;
      }
      const bytes = answers.get(path) ?? Buffer.alloc(0);
      response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length });
      response.end(bytes);
    });
  });
  server.listen(Number(port), "127.0.0.1", () => console.log("READY"));
}

main();
