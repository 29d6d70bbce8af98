import type { LinkField, RecordShape } from "../../model/corpus-row-types";
import type { DraftValue } from "../draft/draft";
import { addRelations } from "./add-relations";
import { entryOf } from "./read-fields";
import { readLinks } from "./read-links";
import type { ReadLink, StatementScope } from "./read-links";
import { isAbsent } from "./read-value";
import type { RecordContext } from "./record-context";
import type { StatementRecord } from "./statement-record";
import { validateReports } from "./validate-reports";

/**
 * What a statement has beyond other records: reports with spans, and speakers with ranks.
 * @returns the fields that need no further reading
 */
export function validateStatement(statement: StatementRecord, context: RecordContext): string[] {
  const scope = validateReports(statement, context);
  readSpeakers(statement, scope, context);
  return ["speaker", "attributions", "reports"];
}

function readSpeakers(statement: StatementRecord, scope: StatementScope, context: RecordContext): void {
  const speaker = linksOf("speaker", statement, scope, context);
  const others = linksOf("attributions", statement, scope, context);
  const taken = new Set(others.flatMap(({ properties }) => (properties["reportIds"] as readonly string[] | undefined) ?? []));
  const all = [...scope.reports.values()];
  const withDefaults = [
    ...speaker.map((link) =>
      withDefault(
        link,
        "PREFERRED",
        all.filter((id) => !taken.has(id)),
      ),
    ),
    ...others.map((link) => withDefault(link, "NORMAL", all)),
  ];
  checkRanks(withDefaults, context);
  addRelations(withDefaults, linkField("speaker", statement.shape), statement.id, statement.seen, context);
}

function linksOf(name: string, { fields, shape }: StatementRecord, scope: StatementScope, context: RecordContext): ReadLink[] {
  const entry = entryOf(fields.map, name);
  return entry === undefined || isAbsent(entry.value) ? [] : readLinks(entry.value, linkField(name, shape), context, scope);
}

function linkField(name: string, shape: RecordShape): LinkField {
  const field = shape.fields.find((each) => each.name === name);
  if (field?.is !== "link") throw new Error(`${shape.label} has no link ${name}.`);
  return field;
}

function withDefault(link: ReadLink, rank: string, reportIds: readonly string[]): ReadLink {
  const defaults: Record<string, DraftValue> = reportIds.length > 0 ? { rank, reportIds } : { rank };
  return { ...link, properties: { ...defaults, ...link.properties } };
}

function checkRanks(links: readonly ReadLink[], { file }: RecordContext): void {
  const [first, ...others] = links.filter(({ properties }) => properties["rank"] === "PREFERRED");
  for (const { at } of others) {
    file.fault(
      at,
      "RANK",
      `a second speaker of rank PREFERRED; the first stands at ${file.placeText(first?.at ?? at)}, make this one NORMAL`,
    );
  }
}
