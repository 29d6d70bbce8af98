import { framePage, hashSource } from "./page-frame";
import type { Page } from "./page-frame";

const SCRIPT_HOST = "https://embeddable-sandbox.cdn.apollographql.com";
const FRAME_HOST = "https://sandbox.embed.apollographql.com";

/** Nothing is asked of Apollo's site before the button is pressed. */
const SCRIPT = `
const button = document.getElementById("load");
const note = document.getElementById("note");
button.addEventListener("click", () => {
  note.textContent = "Loading the Sandbox from Apollo's site …";
  const script = document.createElement("script");
  script.src = "${SCRIPT_HOST}/_latest/embeddable-sandbox.umd.production.min.js";
  script.onload = () => {
    document.getElementById("intro").hidden = true;
    new window.EmbeddedSandbox({ target: "#sandbox", initialEndpoint: location.origin + "/graphql", includeCookies: false });
  };
  script.onerror = () => {
    script.remove();
    note.textContent = "Apollo's site cannot be reached from this browser. The IDE of this server works without it.";
  };
  document.head.append(script);
});
`;

const OWN_STYLE = `
#sandbox { position: fixed; inset: 0; }
#sandbox:empty { display: none; }
#sandbox iframe { width: 100%; height: 100%; border: 0; }
`;

const POLICY = [
  "default-src 'none'",
  `script-src ${hashSource(SCRIPT)} ${SCRIPT_HOST}`,
  // The embedding script sets the size of its frame inline.
  "style-src 'unsafe-inline'",
  `frame-src ${FRAME_HOST}`,
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Apollo's Sandbox in a page of its own, loaded by a click. */
export function sandboxPage(): Page {
  const body = `<header><h1>Apollo Sandbox</h1></header>
<main id="intro">
<p class="lead">The Sandbox is Apollo's editor for GraphQL. It comes from Apollo's site, so the browser has to be online; your questions still go to this server alone.</p>
<p><button class="button" id="load" type="button">Load the Sandbox</button></p>
<p id="note" role="status"></p>
<p>Offline, or rather without Apollo? <a href="/ide">The IDE</a> does the same from this server. <a href="/graphql">Back to the start</a></p>
</main>
<div id="sandbox"></div>
<style>${OWN_STYLE}</style>
<script>${SCRIPT}</script>`;
  return { html: framePage("Quoth: Apollo Sandbox", body), policy: POLICY };
}
