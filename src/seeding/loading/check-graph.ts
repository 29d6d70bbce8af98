import type { GraphEngine } from "../../graph/engine";
import { DECISIONS_FILE } from "../../model/corpus-file-names";
import { CORPUS_FILES } from "../../model/corpus-row";
import { absentMessage } from "../draft/absent";
import type { PlannedCorpus } from "../draft/draft";
import { foreignOf } from "../draft/foreign-of";
import { labelOfId } from "../draft/merge-label";
import { relationName } from "../draft/relation-name";
import type { Fault } from "../faults/fault";
import { asText, lookUp } from "../stored/read-graph-state";
import { findCited } from "./find-cited";
import type { PlannedChanges } from "./plan-changes";

/** Faults that only show against the graph: what is missing there, what is another dataset's, what others still use. */
export async function checkGraph(planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const faults: Fault[] = planned.flatMap(({ owned }) => owned);
  faults.push(...(await findMissing(planned, engine)));
  for (const changes of planned) faults.push(...(await findStillUsed(changes, planned, engine)));
  return faults;
}

async function findMissing(planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const foreign = foreignOf(planned.map((each) => each.corpus));
  const owners = new Map(planned.map((each) => [`dataset:${each.corpus.id}`, each]));
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted}) RETURN n.id AS id, n.dataset AS dataset`;
  const found = new Set<string>();
  const leaving = new Map<string, string>();
  const ids = foreign.map((each) => each.id);
  for await (const row of lookUp(engine, ids, text)) {
    const [id, dataset] = [asText(row["id"]), asText(row["dataset"])];
    if (owners.get(dataset)?.isLeaving(id) === true) leaving.set(id, dataset);
    else found.add(id);
  }
  return foreign
    .filter(({ id }) => !found.has(id))
    .map(({ id, place }) => ({
      ...place,
      code: "SEED_MISSING_REF",
      message: leavingMessage(id, leaving.get(id)) ?? absentMessage(id),
    }));
}

/** Of what the graph still has, from a corpus that is given without it now. */
function leavingMessage(id: string, dataset: string | undefined): string | undefined {
  if (dataset === undefined) return undefined;
  return `${id} leaves ${dataset} with this load; put it back there, or give the corpus that defines it from now on in the same call`;
}

interface Use {
  readonly id: string;
  readonly dataset: string;
}

/** Refused rather than left dangling: the other dataset has to let go first. */
async function findStillUsed(changes: PlannedChanges, planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const uses = await findUses(changes, engine);
  for (const { retractedRelations } of uses.size > 0 ? planned : []) {
    for await (const page of retractedRelations.pages()) for (const relation of page) uses.delete(relationName(relation));
  }
  // What is given in this call, too, names what it names now: what is missing of that was found already.
  const given = new Set(planned.filter(({ corpus }) => corpus.isSkipped !== true).map(({ corpus }) => `dataset:${corpus.id}`));
  const cited = (await findCited(changes, engine)).filter(({ dataset }) => !given.has(dataset));
  const used = new Map([...uses.values(), ...cited].map(({ id, dataset }) => [id, dataset]));
  return [...used].map(([id, dataset]) => ({
    file: fileOf(labelOfId(id), changes.corpus),
    line: 1,
    column: 1,
    code: "SEED_STILL_USED",
    message: `${id} left this corpus, but ${dataset} still refers to it; ${remedy(changes.corpus, id)}`,
  }));
}

/** What left a corpus of tables may be in no row any more, or stand in one as before, under a name that means another entity since. */
function remedy({ inputHash }: PlannedCorpus, id: string): string {
  const others = "change that corpus first, or load both in one command, this one first, where its tables follow by themselves";
  if (inputHash === undefined) return `${others}, or keep the record`;
  const named = `a name of a row that means another entity by now means this one with "<name>: ${id}" under "names" in ${DECISIONS_FILE}`;
  return `${others}, or keep it as a record of this file; ${named}`;
}

/** Relations of other datasets at nodes that this corpus no longer has, by name. */
async function findUses({ corpus, retracted }: PlannedChanges, engine: GraphEngine): Promise<Map<string, Use>> {
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted})-[r]-(m)
WHERE r.dataset <> $p_dataset AND type(r) <> 'RETRACTED'
RETURN wanted AS id, r.dataset AS dataset, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, r.key AS key`;
  const uses = new Map<string, Use>();
  for await (const ids of retracted.pages()) {
    for await (const row of lookUp(engine, ids, text, { p_dataset: `dataset:${corpus.id}` })) {
      const ends = { type: asText(row["type"]), from: asText(row["source"]), to: asText(row["target"]), key: asText(row["key"]) };
      uses.set(relationName(ends), { id: asText(row["id"]), dataset: asText(row["dataset"]) });
    }
  }
  return uses;
}

/** The record is in no file any more; this is the one it would be in. */
function fileOf(label: string, { folder, aside }: PlannedCorpus): string {
  if (aside !== undefined) return folder;
  const file = CORPUS_FILES.find(
    ({ shape }) => shape.label === label || shape.fields.some((each) => each.is === "children" && each.shape.label === label),
  );
  return file === undefined ? folder : `${folder.replace(/\/$/, "")}/${file.file}`;
}
