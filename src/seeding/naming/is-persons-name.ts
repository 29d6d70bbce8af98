import { FIRST_NAMES } from "./common-words";
import { isRole } from "./is-role";
import { FULL_NAME, isBodyName, withoutBrackets } from "./name-shapes";
import { parseName } from "./parse-name";

/** With these ends what begins like a name of a person: "Charlotte Observer", "Madison Beach", "Human Resources". */
export const NO_LAST_NAME = new RegExp(
  "\\s(?:Advertiser|Beach|Books|Bridge|Bulletin|Chronicle|Creek|Daily|Dispatch|Enquirer|Examiner|Falls|Gazette|Globe|Hall|Heights|Herald|Hills|" +
    "Inquirer|Journal|Lake|Ledger|Magazine|Media|Monitor|Observer|Park|Place|Press|Radio|Record|Register|Review|River|Road|Square|Standard|Star|State|Sun|" +
    "Today|Tribune|TV|Valley|Weekly|Affairs|Arts|Communications|Design|Development|Economics|Education|Engineering|Finance|Health|Innovation|Law|" +
    "Management|Marketing|Operations|Policy|Relations|Research|Resources|Sales|Sciences?|Security|Strategy|Studies|Technology|Transport)$",
  "iu",
);

/** Whether a text surely reads as a full name of a person: it begins with a title, or with a first name that is no other word. */
export function isPersonsName(text: string): boolean {
  return isFullName(text) && (bareName(text) !== withoutBrackets(text) || FIRST_NAMES.has(text.split(" ")[0]?.toLowerCase() ?? ""));
}

/** Whether it may be one: two large words or more, and none of them of a body or an office. */
export function isFullName(text: string): boolean {
  const name = bareName(text);
  return FULL_NAME.test(name) && !isBodyName(name) && !isRole(text) && !NO_LAST_NAME.test(name);
}

function bareName(text: string): string {
  return parseName(withoutBrackets(text)).name;
}
