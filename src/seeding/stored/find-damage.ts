import type { GraphEngine } from "../../graph/engine";
import { keyDatesOf, lengthName } from "../../model/long-dates";
import type { KeyDate } from "../../model/long-dates";
import { ONTOLOGY } from "../../model/ontology";
import { DAY_MS } from "../../model/partial-date";
import { SPOKE_ABOUT } from "../../model/spoke-about";
import { areTotalsWhole } from "./are-totals-whole";

type Reader = Pick<GraphEngine, "read">;

const AT_RETRACTED = "MATCH (n:Retracted)-[r]-() WHERE type(r) <> 'RETRACTED' RETURN count(r) AS total";
const TOLD = "MATCH ()-[r:ABOUT]->() WHERE r.speakerId IS NOT NULL RETURN count(r) AS total";
const SPOKEN = `MATCH ()-[r:${SPOKE_ABOUT}]->() RETURN count(r) AS total`;

const DATES = ONTOLOGY.kinds.flatMap(({ label }) => keyDatesOf(label));

/** Dates that are longer than is noted beside them; no note says a day. */
function longer({ label, property }: KeyDate): string {
  const noted = `coalesce(n.${lengthName(property)}, 1) * ${String(DAY_MS)}`;
  return `MATCH (n:${label}) WHERE n.${property}Latest - n.${property}Earliest >= ${noted} RETURN count(n) AS total`;
}

/** What no load leaves behind, in words: loads of earlier versions did, and so does whoever deletes by hand. */
export async function findDamage(engine: Reader): Promise<string[]> {
  const count = async (text: string): Promise<number> => Number((await engine.read({ text, parameters: {} }))[0]?.["total"] ?? 0);
  const [retracted, told, spoken] = [await count(AT_RETRACTED), await count(TOLD), await count(SPOKEN)];
  const dates: string[] = [];
  for (const date of DATES) {
    const total = await count(longer(date));
    if (total > 0) dates.push(`${total} of ${date.label} are dated for longer than ${lengthName(date.property)} says`);
  }
  return [
    ...(retracted > 0 ? [`${retracted} relations end at records that left`] : []),
    ...(told === spoken ? [] : [`${told} statements about something have a speaker, and ${spoken} are told as who spoke about whom`]),
    ...(told !== spoken || (await areTotalsWhole(engine)) ? [] : ["the numbers of who spoke about whom are not those of what they said"]),
    ...dates,
  ];
}
