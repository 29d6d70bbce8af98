import { hashSource } from "./page-frame";
import type { Page } from "./page-frame";

const WELCOME = `# Quoth: who said what, about whom, when, where, and according to which source.
# Ctrl+Space completes, Ctrl+Enter asks; the book at the top left explains every field.
{
  people(first: 5) {
    nodes { name said(first: 2) { nodes { text } } }
  }
}
`;

/** GraphiQL's own page has none, and a telephone would show it as small as a whole desk's. */
const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';

/**
 * GraphiQL sets question and answer side by side, which leaves no room to read either on a telephone. `body` makes these
 * rules win over its own, which come later.
 */
const ON_NARROW_SCREENS = `<style>
@media (max-width: 700px) {
  body .graphiql-logo { display: none; }
  body #graphiql-session { flex-direction: column; }
  body #graphiql-session > .graphiql-horizontal-drag-bar { display: none; }
  body #graphiql-session > * { min-height: 0; }
}
</style>`;

/**
 * The bundled GraphiQL: one page, no request to anywhere but /graphql. Its source is read at the first call: nine
 * megabytes that a server without browsers never needs.
 */
export async function idePage(): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const options = { endpoint: "/graphql", title: "Quoth IDE", defaultQuery: WELCOME, favicon: "data:,", credentials: "same-origin" };
  const html = (renderGraphiQL as (options: object) => string)(options)
    .trim()
    .replace("<head>", () => `<head>${VIEWPORT}${ON_NARROW_SCREENS}`);
  return { html, policy: policyFor(html) };
}

function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => hashSource(match[1] ?? ""));
  return [
    "default-src 'none'",
    // Monaco starts its workers from blobs.
    `script-src ${scripts.join(" ")} blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "font-src data:",
    "img-src data: blob:",
    "connect-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
