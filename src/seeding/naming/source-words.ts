import { wordSet } from "../wording/word-set";

/** A word of a name: scripts without small letters count as written large ("王小明"), and so does what an article is tied to ("al-Aziz"). */
export const LARGE = /^["'“‘(]?(?:(?:al|el|as|ad|an|ar|ash|at|az|ul|d|l|o)[-'’])?(?:[\p{Lu}\p{Lt}\p{Lo}]|\d+\p{Lu})/u;

/** Words that stand for somebody named elsewhere; alone, or with each other. */
export const PRONOUNS = wordSet(
  "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself " +
    "they them their theirs themselves who whom whose which that this these those both each themself what",
);
/** Somebody or other. */
export const INDEFINITE = wordSet(
  "some many others another one several few most everyone everybody someone somebody anyone anybody nobody none nothing neither either q a all plenty",
);
export const DETERMINERS = wordSet(
  "the a an some many several few most all any no other others another each every both these those this that one more such certain various " +
    "my our your his her its their whose unnamed anonymous anon multiple numerous countless neither either",
);
/** Single people who are counted stay unnamed; millions are a group. */
export const SMALL_NUMBERS = wordSet("two three four five six seven eight nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12");
/** "A majority of Republicans": what follows "of" is who speaks. */
export const QUANTITIES = wordSet(
  "number majority plurality minority group groups handful couple lot lots dozens hundreds thousands millions percent pct half third thirds quarter " +
    "some many most all several few members share bulk growing legions scores part parts rest pair trio out much none any",
);

/** Who speaks for others or knows from within, and will not be named; in the plural, too. */
export const UNNAMED_NOUNS = wordSet(
  "official source aide adviser advisor insider staffer operative spokesman spokeswoman spokesperson representative " +
    "witness informant confidant associate friend whistleblower person man woman neighbor neighbour lawyer attorney investigator executive " +
    "employee colleague ally relative bystander eyewitness consultant consultant bundler",
);
/** Offices, which are somebody's and no name. */
export const POSTS = wordSet(
  "president senator governor secretary minister mayor chairman candidate congressman judge reporter moderator host",
);
/** People of whom a text speaks in the plural, with or without a large letter. */
export const PEOPLE = wordSet(
  "voter supporter critic leader lawmaker expert analyst strategist pollster economist reporter journalist donor delegate " +
    "activist advocate protester resident opponent rival authority observer scientist historian scholar researcher professor " +
    "politician candidate investor worker teacher student parent member organizer prosecutor diplomat writer commentator pundit " +
    "company conservative liberal moderate progressive independent fan follower veteran backer defender detractor skeptic viewer " +
    "reader poll newspaper fund group",
);
/** Things that say something in somebody's stead. */
export const DOCUMENT_NOUNS = wordSet(
  "poll survey study report statement ad advertisement email e-mail letter document record review article story book memo memorandum release " +
    "result finding data figure statistic transcript video tweet post message editorial analysis complaint lawsuit filing affidavit law bill rule " +
    "headline website site account press-release slogan image photo film speech evidence research count tally number estimate",
);
/** Single words for many. */
export const GROUP_NOUNS = wordSet(
  "campaign administration government company group committee party team camp staff crowd public media press police panel board jury " +
    "family community department agency bureau organization organisation union coalition base left right establishment nation country state " +
    "firm network newspaper paper magazine publication outlet people public audience electorate leadership delegation council commission court " +
    "majority minority association institute institution foundation department ministry regime opposition military army navy senate house congress " +
    "legislature parliament brass faction movement industry sector world city town university school college church bank fund corporation business " +
    "station channel institute center centre office pac division unit force wing squad clan couple percent pct % population generation youth " +
    "elite media crew tribe militia alliance bloc caucus league society enforcement",
);
/** Singular though they end in s, or plural though they do not. */
export const PLURALS_WITHOUT_S = wordSet(
  "people men women children police media folk alumni congressmen congresswomen lawmen clergy youth elite spokesmen spokeswomen",
);

/** Plural names of groups: written large, and nobody's name. */
export const GROUP_NAME =
  /^(?:\p{L}+-)?(?:Republicans|Democrats|Americans|Liberals|Conservatives|Independents|Libertarians|Progressives|Socialists|Communists|Greens|Christians|Catholics|Protestants|Evangelicals|Muslims|Jews|Hindus|Mormons|Hispanics|Latinos|Latinas|Blacks|Whites|Millennials|Europeans|Africans|Asians|Arabs|Saudis|Kurds|Turks|Greeks|Swedes|Danes|Finns|Poles|Czechs|Slovaks|Serbs|Croats|Germans|Romans|Israelis|Iraqis|Pakistanis|Afghans|Filipinos|Texans|Floridians|New Yorkers|Britons|Brits|Germans|Chinese|Japanese|French|British|English|Dutch|Irish|Swiss|Taliban)$|(?:ians|icans|crats|ists)$/u;

/** Words behind which a noun phrase only goes on to describe what it has named. */
export const PHRASE_END =
  /\s(?:who|whom|whose|which|that|from|in|with|within|for|at|by|to|on|like|such as|including|familiar|close|briefed|speaking|involved|inside|outside|near|under|over|about|against|behind|across|among|around|as|after|before|during|without|is|are|was|were|has|have|had|said|says|supporting|backing|attending|polled|surveyed|opposed|working|living|released|credited|appearing|running|directly|interviewed|covering|showing|calling|asking|seeking|leading|conducted|published|commissioned|posted|issued|due|trying|looking|affiliated|today|yesterday|based|only|alone|here|there|credited|representing|aligned|aged)(?=\s|$)|\s?[(–—]|\s-+\s|:\s/u;

/** A plural noun without its ending; any other word as it is. */
export function singular(noun: string): string {
  if (/(?:ss|us|is)$/u.test(noun) || noun.length < 4) return noun;
  if (/(?:men)$/u.test(noun)) return noun.replace(/men$/u, "man");
  if (noun.endsWith("ies")) return noun.replace(/ies$/u, "y");
  return noun.replace(/(?<=ss|ch|sh|x)es$|s$/u, "");
}
