import { FIRST_NAMES } from "./common-words";
import { withoutBrackets } from "./name-shapes";
import { BODY_WORD } from "./name-titles";
import { parseName } from "./parse-name";

/** Of which party and for which place somebody sits: "R-Texas", "Republican of Moor". */
export const PARTY_TAG =
  /^(?:(?:[RDILG]|DFL|Ind|Dem|Rep)\s?[-–]\s?\p{Lu}[\p{L}. ]*|(?:Republican|Democrat|Independent|Libertarian)(?:\s(?:of|from)\s.+)?)$/u;
/** What somebody is, written large or small. Those that are as often a last name, such as Baker or Singer, are left out. */
const ROLE_NOUNS: ReadonlySet<string> = new Set(
  (
    "president vice-president chair chairman chairwoman chairperson co-chair ceo cfo coo cto cio cmo vp evp svp mp mep mla msp founder co-founder cofounder " +
    "owner co-owner director co-director secretary undersecretary treasurer chief deputy head minister premier chancellor governor mayor senator congressman " +
    "congresswoman representative assemblyman assemblywoman councilman councilwoman councillor councilor commissioner ambassador envoy consul attorney lawyer " +
    "solicitor counsel judge justice magistrate prosecutor sheriff officer executive manager administrator coordinator organizer organiser supervisor " +
    "superintendent inspector adviser advisor consultant analyst strategist economist spokesman spokeswoman spokesperson editor co-editor publisher reporter " +
    "journalist columnist correspondent anchor host co-host moderator commentator pundit critic author co-author writer novelist poet playwright filmmaker producer " +
    "actor actress comedian musician composer professor lecturer teacher dean provost rector principal researcher scientist historian scholar fellow physician " +
    "doctor nurse surgeon epidemiologist engineer architect developer designer admiral colonel captain lieutenant sergeant commander bishop archbishop " +
    "cardinal pastor priest rabbi imam leader speaker whip member aide assistant associate partner trustee regent clerk candidate nominee activist advocate " +
    "lobbyist farmer entrepreneur businessman businesswoman investor banker broker trader agent delegate intern volunteer student witness expert specialist emeritus emerita"
  ).split(" "),
);
const SHORT_OR_GENERAL =
  /(?:^|\s)(?:(?:Gov|Sen|Rep|Gen|Lt|Col|Adm|Amb|Atty)\.|(?:Attorney|Director|Governor|Inspector|Secretary|Solicitor|Surgeon)[\s-]General)$/iu;
const GOES_ON = /\s(?:of|for|at|in|on|to|from|and|or|with)\s|\s&\s/u;

/** Whether a part of a phrase says what somebody is, and names nobody: "President", "Director of Research", "R-Texas". */
export function isRole(part: string): boolean {
  const text = withoutBrackets(part).replace(/['’]s$/u, "");
  if (PARTY_TAG.test(text)) return true;
  const [head = ""] = text.split(GOES_ON);
  return isNoun(head) && !endsInName(text) && !isNameWithTitle(text);
}

function isNoun(head: string): boolean {
  return ROLE_NOUNS.has(lastWord(head).toLowerCase()) || SHORT_OR_GENERAL.test(head);
}

/** "Director of Research Ann Lee", "Ann Farmer" */
function endsInName(text: string): boolean {
  const words = text.split(" ").slice(-3, -1);
  return words.some((word) => FIRST_NAMES.has(word.toLowerCase())) && /^\p{Lu}/u.test(lastWord(text)) && !BODY_WORD.test(text);
}

/** "Secretary of State Moor"; "General Counsel" is none. */
function isNameWithTitle(text: string): boolean {
  const { name, titles } = parseName(text);
  return titles.length > 0 && !isNoun(name);
}

function lastWord(text: string): string {
  return text.split(" ").at(-1) ?? "";
}
