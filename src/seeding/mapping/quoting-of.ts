import type { Cell } from "../readers/table-row";

const QUOTED = /["“”„«»‟]|(?<!\p{L})['‘’‚](?=\p{L})|(?<=[\p{L}.,!?])['’](?!\p{L})/u;
const OPENING = /^[\s([]*["“„«‟'‘‚»]/u;
const CLOSING = /["”“»«'’][\s.,;:!?)\]]*$/u;

/**
 * How the words of a report stand in its text, by their quote marks: DIRECT where every stretch begins and ends with one,
 * MIXED where some of it is quoted, INDIRECT where nothing is (PolNeAR's direct, mixed and indirect attributions).
 */
export function quotingOf(stretches: readonly Cell[]): string {
  const texts = stretches.flatMap((each) => textOf(each)).filter((text) => /\p{L}/u.test(text));
  const joined = texts.join(" … ").trim();
  if (joined === "" || !QUOTED.test(joined)) return "INDIRECT";
  const isWhole = OPENING.test(joined) && CLOSING.test(joined) && !outsideQuotes(joined);
  return isWhole ? "DIRECT" : "MIXED";
}

function textOf(cell: Cell): string[] {
  if (typeof cell === "string") return [cell];
  if (Array.isArray(cell)) return cell.flatMap((each) => textOf(each as Cell));
  const { text } = cell as Readonly<Record<string, Cell>>;
  return typeof text === "string" ? [text] : [];
}

/** Whether a word stands outside of the quote marks; an opening or closing mark that is missing runs to the text's end. */
function outsideQuotes(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/["“„«‟][^"”»]*(?:["”»]|$)/gu, " "));
}
