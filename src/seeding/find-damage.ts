import type { GraphEngine } from "../graph/engine";
import { SPOKE_ABOUT } from "../model/spoke-about";

type Reader = Pick<GraphEngine, "read">;

const AT_RETRACTED = "MATCH (n:Retracted)-[r]-() WHERE type(r) <> 'RETRACTED' RETURN count(r) AS total";
const TOLD = "MATCH ()-[r:ABOUT]->() WHERE r.speakerId IS NOT NULL RETURN count(r) AS total";
const SPOKEN = `MATCH ()-[r:${SPOKE_ABOUT}]->() RETURN count(r) AS total`;

/** What no load leaves behind, in words: loads of earlier versions did, and so does whoever deletes by hand. */
export async function findDamage(engine: Reader): Promise<string[]> {
  const count = async (text: string): Promise<number> => Number((await engine.read({ text, parameters: {} }))[0]?.["total"] ?? 0);
  const [retracted, told, spoken] = [await count(AT_RETRACTED), await count(TOLD), await count(SPOKEN)];
  return [
    ...(retracted > 0 ? [`${retracted} relations end at records that left`] : []),
    ...(told === spoken ? [] : [`${told} statements about something have a speaker, and ${spoken} are told as who spoke about whom`]),
  ];
}
