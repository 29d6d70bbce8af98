const listed = (words: string): readonly string[] => words.split("|");

/** Short forms that nothing else is written like, with or without a stop. */
const PLAIN = listed("Mr|Mrs|Ms|Mx|Dr|Prof|Messrs|Hon|Rev");
/** Short forms that are titles only with their stop: Amartya Sen and Doc Rivers have none. */
const DOTTED = listed(
  "Sen|Rep|Reps|Gov|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Cmdr|Adm|Brig|Pres|Amb|Atty|Supt|Det|Insp|Fr|Sr|St Rep|Lt Gov|Lt Gen|Maj Gen|Brig Gen|Del|" +
    "MUDr|MVDr|MDDr|PhDr|RNDr|JUDr|ThDr|PharmDr|PaedDr|Ing|Mgr|Bc|Doc|doc|Dipl-Ing|H\\.E|H\\.R\\.H|H\\.M|S\\.E",
);
/** Whole words, which are titles where a name follows and something else where none does: "President of Chile". */
const WORDS = listed(
  "Mister|Doctor|Professor|Senator|Congressman|Congresswoman|Congressmember|Representative|Assemblyman|Assemblywoman|Councilman|Councilwoman|" +
    "Governor|Lieutenant Governor|Mayor|President|Vice President|Vice-President|Prime Minister|Deputy Prime Minister|Premier|Chancellor|Minister|" +
    "Foreign Minister|Defense Minister|Defence Minister|Finance Minister|Secretary|Secretary of State|Secretary-General|Attorney General|" +
    "Ambassador|Chairman|Chairwoman|Chair|Speaker|House Speaker|Justice|Chief Justice|Judge|General|Colonel|Captain|Lieutenant|Sergeant|Admiral|" +
    "Commander|Marshal|Archbishop|Cardinal|Rabbi|Imam|Ayatollah|Monsignor|Reverend|Sir|Dame|Lord|Baroness|Count|Sheikh|Shaikh|Sheikha|Shaikha|" +
    "His Excellency|Her Excellency|His Majesty|Her Majesty|His Royal Highness|Her Royal Highness|His Highness|Her Highness|Excellency|" +
    "Comrade|Dato|Dato'|Datuk|Tan Sri|Tun|U\\.S\\. Secretary of State",
);
/** With one name behind, these are part of it: King Abdullah, Prince Harry. */
const ROYAL = listed("King|Queen|Prince|Princess|Crown Prince|Emperor|Empress|Sultan|Emir|Grand Duke|Archduke");
const BEFORE = "(?:(?:U\\.\\s?S\\.|US|State|Former|former|Acting|acting|then-|ex-)\\s*)?";

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");
const withStops = (words: readonly string[]): string => longestFirst(words).replaceAll(" ", "\\.?\\s+").replaceAll("-", "[-. ]+");

/** One title at the start of a text, with what qualifies it: U.S. Sen. */
export const SHORT_TITLE = new RegExp(
  `^(${BEFORE}(?:(?:${withStops(PLAIN)})(?:\\.\\s*|\\s+)|(?:${withStops(DOTTED)})\\.\\s*))(?=\\S)`,
  "iu",
);
export const WORD_TITLE = new RegExp(`^(${BEFORE}(?:${longestFirst(WORDS)}))\\s+(?=\\S)`, "u");
export const ROYAL_TITLE = new RegExp(`^(${longestFirst(ROYAL)})\\s+(?=\\S)`, "u");

/** What stands behind a name and is no part of it: degrees, memberships, honours. */
const BEHIND =
  "Ph\\.?\\s?D|CSc|DrSc|DSc|D\\.Sc|D\\.Phil|M\\.D|MD|D\\.O|DO|M\\.?P\\.?H|M\\.?B\\.?A|M\\.?Sc|M\\.?A|B\\.?A|J\\.?D|LL\\.?[BMD]|Esq|Q\\.?C|K\\.?C|R\\.?N|D\\.?D\\.?S|D\\.?V\\.?M|" +
  "FESC|FACC|FACS|FRCP|FRS|MPH|CPA|T\\.?D|M\\.?P|M\\.?E\\.?P|O\\.?B\\.?E|C\\.?B\\.?E|M\\.?B\\.?E|K\\.?B\\.?E|K\\.?C\\.?M\\.?G|G\\.?C\\.?M\\.?G|C\\.?M\\.?G";
export const TITLE_BEHIND = new RegExp(`^(?:${BEHIND})\\.?$`, "u");
/** The last word of a name, which must leave two before it: "Jo MA" is a name. */
export const LAST_WORD_TITLE = /^(\S+\s.*\S)\s+((?:Ph\.?\s?D|CSc|DrSc|M\.D|MBA|MPH|Esq)\.?)$/u;

/** Part of the name: King and King, Jr., are two people. */
export const GENERATION = /^(?:J[Rr]|S[Rr]|II|III|IV|V|VI)\.?$/u;

/** Behind a comma, part of a company's name. */
export const COMPANY_FORM =
  /^(?:Inc|Incorporated|LLC|L\.L\.C|LLP|L\.P|LP|Ltd|Limited|Corp|Corporation|Co|Company|PLC|plc|GmbH|AG|KG|SE|S\.A|SA|S\.p\.A|N\.V|B\.V|A\/S|AB|ASA|Oy|Pty|a\.\s?s|s\.\s?r\.\s?o|P\.C|PC|PAC|N\.A)\.?$/u;

/** Words of names that no person has. */
export const BODY_WORD =
  /(?:^|[\s-])(?:Department|Ministry|Committee|Commission|Council|University|College|School|Institute|Institution|Center|Centre|Office|Bureau|Agency|Association|Society|Union|Federation|Foundation|Fund|Party|League|Assembly|Congress|Senate|House|Court|Bank|Group|Coalition|Alliance|Network|News|Times|Post|Motors|Electric|Mills|Dynamics|Hospital|Church|Board|Authority|Administration|Service|Services|Company|Corporation|County|Island|Islands|City|Street|Republicans|Democrats|Staff)(?:[\s,]|$)/u;

/** What bodies are called and no person is: "Doctors Without Borders", "Friends of the Earth". */
export const BODY_PHRASE = /\sWithout\s(?:Borders|Frontiers)$|^Friends\sof\sthe\s\p{Lu}/u;
