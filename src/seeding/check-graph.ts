import type { GraphEngine } from "../graph/engine";
import { kindOf } from "../model/ontology";
import { CORPUS_FILES } from "../model/corpus-row";
import { foreignOf, ownedMessage } from "./check-corpus";
import { labelOfId, mergeLabelOfId } from "./merge-label";
import type { PlannedChanges } from "./plan-changes";
import { asText, relationName } from "./read-graph-state";
import type { Fault } from "./readers/fault";

const ID_BATCH = 1000;

/** Faults that only show against the graph: what is missing there, what is another dataset's, what others still use. */
export async function checkGraph(planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const changes of planned) faults.push(...(await findOwned(changes, engine)));
  faults.push(...(await findMissing(planned, engine)));
  for (const changes of planned) faults.push(...(await findStillUsed(changes, planned, engine)));
  return faults;
}

async function findOwned(changes: PlannedChanges, engine: GraphEngine): Promise<Fault[]> {
  const { corpus } = changes;
  const text = (label: string): string =>
    `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted}) WHERE n.dataset <> $p_dataset RETURN n.id AS id, n.dataset AS dataset`;
  const ids = changes.created.filter((node) => kindOf(node.label).scope === "shared").map((node) => node.id);
  const faults: Fault[] = [];
  for await (const row of lookUp(ids, text, { p_dataset: `dataset:${corpus.id}` }, engine)) {
    const place = corpus.shared.get(asText(row["id"]));
    if (place) faults.push({ ...place, code: "SEED_OWNED", message: ownedMessage(asText(row["id"]), asText(row["dataset"])) });
  }
  return faults;
}

async function findMissing(planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const foreign = foreignOf(planned.map((each) => each.corpus));
  const leaving = new Set(planned.flatMap((each) => each.retracted));
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted}) RETURN n.id AS id`;
  const found = new Set<string>();
  for await (const row of lookUp(
    foreign.map((each) => each.id),
    text,
    {},
    engine,
  ))
    found.add(asText(row["id"]));
  return foreign
    .filter(({ id }) => !found.has(id) || leaving.has(id))
    .map(({ id, place }) => ({
      ...place,
      code: "SEED_MISSING_REF",
      message: `the graph has no ${id}; load the corpus that defines it first, or correct the id`,
    }));
}

/** Refused rather than left dangling: the other dataset has to let go first. */
async function findStillUsed(changes: PlannedChanges, planned: readonly PlannedChanges[], engine: GraphEngine): Promise<Fault[]> {
  const going = new Set(planned.flatMap((each) => each.retractedRelations));
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted})-[r]-(m)
WHERE r.dataset <> $p_dataset AND type(r) <> 'RETRACTED'
RETURN wanted AS id, r.dataset AS dataset, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, r.key AS key`;
  const used = new Map<string, string>();
  for await (const row of lookUp(changes.retracted, text, { p_dataset: `dataset:${changes.corpus.id}` }, engine)) {
    const name = relationName(asText(row["type"]), asText(row["source"]), asText(row["target"]), asText(row["key"]));
    if (!going.has(name)) used.set(asText(row["id"]), asText(row["dataset"]));
  }
  return [...used].map(([id, dataset]) => ({
    file: fileOf(labelOfId(id), changes.corpus.folder),
    line: 1,
    column: 1,
    code: "SEED_STILL_USED",
    message: `${id} left this corpus, but ${dataset} still refers to it; change that corpus first, or keep the record`,
  }));
}

/** The record is in no file any more; this is the one it would be in. */
function fileOf(label: string, folder: string): string {
  const file = CORPUS_FILES.find(
    ({ shape }) => shape.label === label || shape.fields.some((each) => each.is === "children" && each.shape.label === label),
  );
  return file === undefined ? folder : `${folder.replace(/\/$/, "")}/${file.file}`;
}

async function* lookUp(
  ids: readonly string[],
  text: (label: string) => string,
  parameters: Readonly<Record<string, string>>,
  engine: GraphEngine,
): AsyncGenerator<Awaited<ReturnType<GraphEngine["read"]>>[number]> {
  const byLabel = new Map<string, string[]>();
  for (const id of ids) {
    const label = mergeLabelOfId(id);
    const group = byLabel.get(label);
    if (group === undefined) byLabel.set(label, [id]);
    else group.push(id);
  }
  for (const [label, group] of byLabel) {
    for (let at = 0; at < group.length; at += ID_BATCH) {
      yield* await engine.read({ text: text(label), parameters: { ...parameters, p_ids: group.slice(at, at + ID_BATCH) } });
    }
  }
}
