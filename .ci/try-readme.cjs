// Does what the README says, as a stranger would: starts Quoth in an empty folder, asks the README's question, compares the
// answer with the one that stands there, and stops the server.
"use strict";
const { spawn } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const START_TIMEOUT_MS = 60_000;
const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const block = (language) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)[1];

async function main() {
  const store = mkdtempSync(join(tmpdir(), "quoth-readme-"));
  const begin = performance.now();
  const environment = Object.entries(process.env).filter(([name]) => !/^(QUOTH|NEO4J)_/.test(name));
  const server = spawn("npm", ["start"], {
    cwd: join(__dirname, ".."),
    env: { ...Object.fromEntries(environment), QUOTH_DATA_DIR: store, QUOTH_PORT: "0" },
    stdio: ["ignore", "inherit", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("close", (code, signal) => resolve(code ?? signal)));
  try {
    const address = await addressOf(server, ended);
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: block("graphql") }),
    });
    const answer = await response.text();
    process.stdout.write(`First answer after ${Math.round(performance.now() - begin)} ms, the corpus loaded before.\n`);
    if (answer.trim() !== JSON.stringify(JSON.parse(block("json"))))
      throw new Error(`The README shows another answer than this:\n${answer}`);
  } finally {
    server.kill("SIGTERM");
    // A signal to npm ends npm and its shell; the server notices, and ends by itself.
    const said = await ended;
    rmSync(store, { recursive: true, force: true });
    process.stdout.write(`npm start ended (${said}).\n`);
  }
}

/** The address that the server prints when it is ready. */
function addressOf(server, ended) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      const [, address] = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(said) ?? [];
      if (address) resolve(address);
    });
    const fail = (why) => reject(new Error(`${why}\n${said}`));
    void ended.then((code) => fail(`npm start ended with ${code} before it was ready.`));
    setTimeout(() => fail("npm start was not ready in time."), START_TIMEOUT_MS).unref();
  });
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
