import { didYouMean } from "../faults/nearest-name";
import type { Blank, Call, ColumnName, Template } from "./template";
import { FUNCTIONS } from "./template-functions";

/** What is wrong with a template, in words. */
export class TemplateProblem extends Error {}

/**
 * Parses a text with blanks in angle brackets. `\<` is the sign itself.
 * @throws TemplateProblem
 */
export function parseTemplate(text: string, number: number): Template {
  const parts: (string | Blank)[] = [];
  let literal = "";
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\" && text[at + 1] === "<") {
      literal += "<";
      at += 1;
    } else if (text[at] === "<") {
      const end = closing(text, at);
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push(parseBlank(text.slice(at + 1, end)));
      at = end;
    } else literal += text[at] ?? "";
  }
  if (literal !== "") parts.push(literal);
  return { parts, number };
}

/** Quoted arguments may hold a `>`. */
function closing(text: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at;
    else if ((sign === '"' || sign === "'") && /[\s<|]/.test(text[at - 1] ?? "")) quote = sign;
  }
  throw new TemplateProblem(
    quote === ""
      ? `"<" opens a blank that no ">" closes; close it, or write \\< for the sign itself`
      : `the quote ${quote} within <…> is never closed`,
  );
}

function parseBlank(text: string): Blank {
  const [names = "", ...calls] = splitOutsideQuotes(text, /^\s*\|\s*/);
  if (names.trim() === "") throw new TemplateProblem(`"<${text}>" names no column; write <column> or <column | function>`);
  return { names: splitOutsideQuotes(names.trim(), /^\s+or\s+/).map(parseName), calls: calls.map(parseCall) };
}

function parseName(text: string): ColumnName {
  const quoted = /^(["'])(.*)\1$/.exec(text.trim());
  const whole = quoted?.[2] ?? text.trim();
  if (whole === "") throw new TemplateProblem(`a name is missing beside "or"`);
  return { whole, steps: quoted ? [whole] : whole.split(".") };
}

function parseCall(text: string): Call {
  const [, name = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text.trim()) ?? [];
  const known = FUNCTIONS.get(name);
  if (known === undefined) {
    const names = [...FUNCTIONS.keys()];
    throw new TemplateProblem(`no function "${name}"${didYouMean(name, names) || `; there are ${names.join(", ")}`}`);
  }
  const args = known.rest ? [unquoted(rest.trim())].filter((each) => each !== "") : words(rest);
  const [least, most] = known.args;
  if (args.length < least || args.length > most) throw new TemplateProblem(`"${name}" is written ${known.form}`);
  const problem = known.check?.(args);
  if (problem !== undefined) throw new TemplateProblem(problem);
  return { name, args, run: known.run };
}

/** Words apart by blanks; those in quotes as they stand. */
function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

/** @param separator anchored at the start */
function splitOutsideQuotes(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = "";
  let quote = "";
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? "";
    const found = quote === "" ? separator.exec(text.slice(at)) : null;
    if (found !== null) {
      parts.push(part);
      part = "";
      at += found[0].length;
      continue;
    }
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if ((sign === '"' || sign === "'") && (part === "" || /\s$/.test(part))) quote = sign;
    part += sign;
    at += 1;
  }
  return [...parts, part];
}
