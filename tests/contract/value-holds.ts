import { transliterate } from "transliteration";
import { dateRange } from "./date-range";

export type Where = Readonly<Record<string, unknown>>;

export function everyField(
  where: Where,
  own: ((where: Where) => boolean) | null,
  field: (name: string, value: unknown) => boolean,
): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (value === null || value === undefined) return true;
    if (own && name === "and") return (value as Where[]).every(own);
    if (own && name === "or") return (value as Where[]).some(own);
    if (own && name === "not") return !own(value as Where);
    return field(name, value);
  });
}

/** Case, accents, quotes and the two ways of writing one letter in Arabic script make no difference. */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase();
  return plain
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[«»“”]/g, '"')
    .replace(/[‘’`´]/g, "'")
    .trim();
}

/** Codes and addresses have no accents to ignore. */
export function lower(text: string): string {
  return text.toLowerCase();
}

export function textHolds(text: string | null, where: Where, folded = fold): boolean {
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return (text === null) === value;
    if (text === null) return false;
    if (name === "eq") return text === value;
    if (name === "in") return (value as string[]).includes(text);
    return name === "contains" ? folded(text).includes(folded(value as string)) : folded(text).startsWith(folded(value as string));
  });
}

/** A name's forms: folded, and in Latin letters. */
function forms(name: string): string[] {
  const folded = fold(name);
  if (!/[^\p{Script=Latin}\p{Script=Common}]/u.test(folded)) return [folded];
  return [folded, fold(transliterate(name.normalize("NFC"))), fold(transliterate(folded))];
}

export function namesHold(names: readonly string[], where: Where): boolean {
  const known = names.flatMap(forms);
  const asked = (value: unknown, fits: (form: string, wanted: string) => boolean): boolean =>
    forms(value as string).some((wanted) => known.some((form) => fits(form, wanted)));
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return value === false;
    if (name === "eq") return asked(value, (form, wanted) => form === wanted);
    if (name === "in") return (value as string[]).some((each) => asked(each, (form, wanted) => form === wanted));
    return asked(value, (form, wanted) => (name === "contains" ? form.includes(wanted) : form.startsWith(wanted)));
  });
}

export function dateHolds(date: string | null, where: Where): boolean {
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return (date === null) === value;
    if (date === null) return false;
    const [from, to] = dateRange(date);
    const [first, last] = dateRange(value as string);
    if (name === "within") return from >= first && to <= last;
    return name === "from" ? to >= first : from <= last;
  });
}

export function numberHolds(number: number | null, where: Where): boolean {
  return everyField(
    where,
    null,
    (name, value) => number !== null && (name === "gte" ? number >= (value as number) : number <= (value as number)),
  );
}
