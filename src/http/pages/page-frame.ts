import { createHash } from "node:crypto";

/** Text as HTML shows it, within elements and quoted attributes alike. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** As `escapeHtml`, with `words between backticks` shown as code. */
export function escapeProse(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** A source expression that allows exactly this inline script or style. */
export function hashSource(inline: string): string {
  return `'sha256-${createHash("sha256").update(inline).digest("base64")}'`;
}

/** What all our pages share: colours for light and dark, readable measures, visible focus. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --paper: #fbfaf7; --card: #ffffff; --line: #dcd8ce; --accent: #0b5f73; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6df; --soft: #a8b0ba; --paper: #14181d; --card: #1c222a; --line: #343c47; --accent: #6cc5d6; --on-accent: #0c1a1e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { margin: 0; font: 600 2.4rem/1.2 Georgia, "Noto Serif", serif; letter-spacing: -0.01em; }
h2 { margin: 2.5rem 0 0.75rem; font: 600 1.35rem/1.3 Georgia, "Noto Serif", serif; }
h3 { margin: 0; font-size: 1.05rem; line-height: 1.4; }
p { margin: 0.4rem 0; }
.lead { max-width: 44rem; font-size: 1.15rem; color: var(--soft); }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
code, pre { font: 0.875rem/1.5 ui-monospace, "Cascadia Code", "DejaVu Sans Mono", monospace; }
pre { margin: 0.75rem 0 0; padding: 0.9rem 1rem; overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 2rem 0 0; padding: 0; list-style: none; }
.ways li, .question { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }
#call { white-space: pre-wrap; }
.ways p, .question p, footer { color: var(--soft); font-size: 0.95rem; }
.button { display: inline-block; margin-top: 0.6rem; padding: 0.5rem 1rem; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.questions { display: grid; gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
.question { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 1.5rem; align-items: start; }
.question .button { margin-top: 0; white-space: nowrap; }
.question details { grid-column: 1 / -1; min-width: 0; }
summary { cursor: pointer; color: var(--soft); font-size: 0.95rem; width: max-content; }
footer { margin-top: 3rem; padding-bottom: 3rem; }
@media (max-width: 36rem) { .question { grid-template-columns: 1fr; } .question .button { justify-self: start; } }
`;

export interface Page {
  readonly html: string;
  /** The Content-Security-Policy that it is served with. */
  readonly policy: string;
}

/** A page of ours around its body. */
export function framePage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
