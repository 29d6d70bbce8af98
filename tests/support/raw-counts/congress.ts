import path from "node:path";
import { tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

const TITLES: Readonly<Record<string, string>> = { rep: "Representative", sen: "Senator", prez: "President", viceprez: "Vice President" };

/** Lines of the YAML files, which are written by a program and look all the same. */
export function countCongress(folder: string): Counts {
  const linesOf = (file: string): string[] => textOf(path.join(folder, file)).split("\n");
  const terms = ["legislators-current.yaml", "executive.yaml"]
    .flatMap(linesOf)
    .flatMap((line) => /^ {2}- type: (\w+)$/.exec(line)?.[1] ?? []);
  return { positions: tally(terms.map((type) => TITLES[type] ?? type)) };
}
