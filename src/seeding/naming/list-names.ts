import { isFullName, isPersonsName } from "./is-persons-name";
import { isRole } from "./is-role";
import { COMMA, tidyPhrase } from "./name-shapes";

/**
 * The people whom commas alone join, each with the offices behind the name: "Ann Lee, Ben Moor", "Ben Moor (farmer), Ann Lee, Mayor". The
 * first two must surely be names of people, since "Ann Lee, Moor Widgets" may say for whom she works; "Lee, Ann" is never two.
 * @returns undefined where there are not several
 */
export function listNames(text: string): readonly string[] | undefined {
  const [first = "", ...others] = tidyPhrase(text).split(COMMA);
  if (!isPersonsName(first)) return undefined;
  const names = [first];
  for (const part of others) {
    const last = names.at(-1) ?? "";
    const isNext = isPersonsName(part) || (names.length > 1 && !last.includes(",") && isFullName(part));
    if (isNext) names.push(part);
    else if (isRole(part)) names[names.length - 1] = `${last}, ${part}`;
    // Small words and whatever else is not plain may go on to the end.
    else return undefined;
  }
  return names.length > 1 ? names : undefined;
}
