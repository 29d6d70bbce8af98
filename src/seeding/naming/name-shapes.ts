import { BODY_WORD } from "./name-titles";
import { LARGE } from "./source-words";

/** Posts that stand in large letters before a name, or behind it. */
export const TITLE_NOUN =
  "(?:Chief of Staff|Secretary of State|Attorney General|Chair(?:man|woman|person)?|President|Director|Secretary|Chief|Speaker|Editor|Mayor|Governor|Senator|Congress(?:wo)?man|Spokes(?:wo)?man|Spokesperson|Manager|Strategist|Columnist|Leader|Commissioner|Treasurer|Adviser|Advisor|CEO|Founder|Economist|Scientist|Officer|Analyst|Correspondent|Reporter)";
/** "Ann Lee of Moor": two words or more, all large. */
export const FULL_NAME = /^(?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:\p{Lu}[\p{L}'’.-]*|de|van|von|bin|al|der|la)\s+)*\p{Lu}[\p{L}'’.-]+$/u;
/** Between the parts of a phrase, outside of brackets. */
export const COMMA = /,\s+(?![^([]*[)\]])/u;
export const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}&]{2,6}$/u;
const ENDS_IN_TITLE = new RegExp(`(?:^|\\s)${TITLE_NOUN}$`, "u");
/** Names of bodies that go on behind "of". */
const BODY_BEFORE_OF =
  /\b(?:Academy|Chamber|Conference|Museum|Library|Scouts|Brotherhood|Daughters|Sons|Mothers|Knights|United (?:States|Kingdom)|Joint Chiefs|Organi[sz]ation|Army|Bar)$/u;

export function isBodyName(name: string): boolean {
  return BODY_WORD.test(name) || ACRONYM.test(name);
}

/** "Johnson & Johnson"; of "Ann Lee & Ben Moor" and "Mr. & Mrs. Lee" it is not said. */
export function isFirm(name: string): boolean {
  const parts = name.split(" & ");
  const arePeople = parts.every((part) => FULL_NAME.test(part)) || /^(?:Mrs?|Ms|Dr)\.?$/u.test(parts[0] ?? "");
  return parts.length > 1 && !arePeople && parts.every((part) => LARGE.test(part));
}

/** "Ann Lee of Moor" is Ann Lee; "Director of Affairs" is nobody. */
export function withoutOf(name: string): string | undefined {
  const [, head = "", tail = ""] = /^(.+?)\s+of\s+(.+)$/su.exec(name) ?? [];
  const names = head.split(/\s+and\s+/u);
  const areNames = names.every(
    (each) => FULL_NAME.test(each) && !isBodyName(each) && !BODY_BEFORE_OF.test(each) && !ENDS_IN_TITLE.test(each),
  );
  return head !== "" && areNames && /^(?:the\s+)?\p{Lu}/u.test(tail) ? head : undefined;
}

/** Without signs around it, and with one blank where several stand. */
export function tidyPhrase(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/^[\s,;:"“”]+|[\s,;:"“”]+$/gu, "");
}

/** "Ben Moor (farmer)" without what stands in brackets at its end. */
export function withoutBrackets(text: string): string {
  return text.replace(/(?<=\S)\s*[([][^()[\]]*[)\]]?$/u, "");
}
