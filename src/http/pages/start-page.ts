import type { DatasetSummary } from "./dataset-summary";
import { escapeHtml, escapeProse, framePage, hashSource, STYLE } from "./page-frame";
import type { Page } from "./page-frame";
import type { ReadyQuestion } from "./read-questions";

/** No script at all: what the page offers are links. */
const POLICY = `default-src 'none'; style-src ${hashSource(STYLE)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * What a browser sees at /graphql: three ways on, and the questions on what is loaded that are ready to be asked.
 * @param datasets null where it is not known what is loaded
 */
export function startPage(questions: readonly ReadyQuestion[], datasets: readonly DatasetSummary[] | null): Page {
  const asked = questions.filter(({ corpus }) => datasets === null || datasets.some(({ id }) => id === `dataset:${corpus}`));
  const body = `<header>
<h1>Quoth</h1>
<p class="lead">Ask who said what, about whom, when, where, and according to which source. ${holdings(datasets)}</p>
</header>
<main>
<ul class="ways">
<li><h3>Write a question here</h3><p>GraphiQL, an editor that completes and explains every field. Works without the internet.</p><a class="button" href="/ide">Open the IDE</a></li>
<li><h3>Apollo Sandbox</h3><p>Apollo's editor, for those who know it. It comes from Apollo's site, so the browser has to be online.</p><a class="button" href="/sandbox">Open the Sandbox</a></li>
<li><h3>Ask from a program</h3><p>POST <code>{"query": "…"}</code> as <code>application/json</code> to this address.</p><pre id="call">${escapeHtml(CURL)}</pre></li>
</ul>
<h2 id="questions">Ready questions</h2>
${asked.length === 0 ? "<p>None: they come with the corpora of Quoth's own, of which none is loaded.</p>" : questionList(asked)}
</main>
<footer><p>The schema is documented in the IDE: open it and choose the book at the top left.</p></footer>`;
  return { html: framePage("Quoth: who said what", body), policy: POLICY };
}

const CURL = `curl -H 'content-type: application/json' \\
  -d '{"query":"{ people { nodes { name } } }"}' …/graphql`;

function holdings(datasets: readonly DatasetSummary[] | null): string {
  if (datasets === null) return "The database does not answer right now.";
  if (datasets.length === 0) return "Nothing is loaded yet: <code>quoth seed</code> brings in a corpus.";
  const lines = datasets.map(({ name, statements }) => `${escapeHtml(name)} (${String(statements)} statements)`);
  return `Loaded: ${lines.join(", ")}.`;
}

function questionList(questions: readonly ReadyQuestion[]): string {
  const items = questions.map(
    ({
      question,
      note,
      query,
    }) => `<li class="question"><div><h3>${escapeProse(question)}</h3>${note ? `<p>${escapeProse(note)}</p>` : ""}</div>
<a class="button" href="/ide?query=${escapeHtml(encodeURIComponent(query))}" aria-label="Ask: ${escapeHtml(question)}">Ask it</a>
<details><summary>Show the query</summary><pre>${escapeHtml(query)}</pre></details></li>`,
  );
  return `<p>Each opens in the IDE; the play button, or Ctrl+Enter, gives its answer.</p>\n<ol class="questions">\n${items.join("\n")}\n</ol>`;
}
