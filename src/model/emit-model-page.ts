import { CORPUS_FILES, CORPUS_SHAPE, RELATION_FILE, relationFields, WRITTEN_RELATIONS } from "./corpus-row";
import type { Field, RecordShape } from "./corpus-row-types";
import { ENUMS } from "./enums";
import { SLUG_RULE } from "./id";
import { kindOf, labelsOf, ONTOLOGY } from "./ontology";
import type { NodeKind, Property, Relation } from "./ontology-types";
import { MAX_URL_BYTES, maxLengthOf } from "./property-types";
import { PARTIAL_DATE_FORMS } from "./partial-date";

/** The reference page of the model, docs/model.md, as text: nodes, relations, lists of values, and the files of a corpus. */
export function emitModelPage(): string {
  const kinds = ONTOLOGY.kinds.filter((kind) => kind.scope !== "system");
  const system = ONTOLOGY.kinds.filter((kind) => kind.scope === "system");
  const sections = [
    "# The model",
    "<!-- Emitted from src/model by `npm run schema`. Do not edit by hand. -->",
    INTRODUCTION,
    "## Nodes",
    ...kinds.map(printKind),
    "## Relations",
    "Every relation carries `dataset`, too, and a `key` that tells two relations of one type between the same two nodes apart.",
    ...ONTOLOGY.relations.map(printRelation),
    "## Lists of values",
    ...Object.entries(ENUMS).map(([name, values]) => printEnum(name, values)),
    "## Files of a corpus",
    `A corpus is a folder of YAML files. A field that points elsewhere holds a slug (${SLUG_RULE}), or a full id such as \`place:georgia\`. Dates are ${PARTIAL_DATE_FORMS}.`,
    printShape("corpus.yaml", CORPUS_SHAPE),
    ...CORPUS_FILES.map(({ file, shape }) => printShape(file, shape)),
    printRelationFile(),
    "## The state of the graph",
    "Written by the seeder; no part of any corpus.",
    ...system.map(printKind),
  ];
  return `${sections.join("\n\n")}\n`;
}

const INTRODUCTION = `A *Statement* is what was said, once. A *Report* is one source's account of it. A *Span* is where that stands in the source's text.
Ids are permanent: \`kind:slug\` for what all corpora share, \`kind:corpus/slug\` for what belongs to one.`;

function printKind(kind: NodeKind): string {
  const labels = labelsOf(kind).map((label) => `\`${label}\``);
  const id = kind.prefix === undefined ? "" : ` Ids: \`${kind.prefix}:${kind.scope === "corpus" ? "corpus/" : ""}slug\`.`;
  const inherits = kind.extends === undefined ? "" : ` Has what ${kind.extends} has, too.`;
  const intro = `${kind.description} Labels: ${labels.join(", ")}.${id} Follows ${kind.follows}.${inherits}`;
  return [`### ${kind.label}`, intro, ...(kind.properties.length > 0 ? [printProperties(kind.properties)] : [])].join("\n\n");
}

function printRelation(relation: Relation): string {
  const head = `### ${relation.type}`;
  const pattern = `\`(${relation.from.join(" or ")})-[:${relation.type}]->(${relation.to.join(" or ")})\``;
  return [
    head,
    `${pattern} ${relation.description}`,
    ...(relation.properties.length > 0 ? [printProperties(relation.properties)] : []),
  ].join("\n\n");
}

function printProperties(properties: readonly Property[]): string {
  const rows = properties.map((each) => `| \`${each.name}\` | ${typeInWords(each)} | ${each.description} |`);
  return ["| property | type | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function typeInWords(property: Property): string {
  const { type, values, range, required, derived } = property;
  const notes = [
    ...(required ? ["required"] : []),
    ...(derived ? ["set by the seeder"] : []),
    ...(range ? [`${range[0].toLocaleString("en")} to ${range[1].toLocaleString("en")}`] : []),
    ...(type === "text" || type === "texts" ? [`at most ${maxLengthOf(property).toLocaleString("en")} characters`] : []),
    ...(type === "url" || type === "urls" ? [`at most ${MAX_URL_BYTES.toLocaleString("en")} bytes`] : []),
  ];
  const name = type === "enum" ? `[${values}](#${(values ?? "").toLowerCase()})` : type;
  return notes.length === 0 ? name : `${name} (${notes.join(", ")})`;
}

function printEnum(name: string, values: Readonly<Record<string, string>>): string {
  const rows = Object.entries(values).map(([value, meaning]) => `| \`${value}\` | ${meaning} |`);
  return [`### ${name}`, ["| value | meaning |", "| --- | --- |", ...rows].join("\n")].join("\n\n");
}

function printShape(file: string, shape: RecordShape): string {
  const what = file === "corpus.yaml" ? "One record." : "A map from slug to record.";
  const intro = `${kindOf(shape.label).description} ${what}`;
  return [`### ${file}`, intro, ["| field | holds | meaning |", "| --- | --- | --- |", ...fieldRows(shape, "")].join("\n")].join("\n\n");
}

function fieldRows(shape: RecordShape, path: string): string[] {
  return shape.fields.flatMap((field) => {
    const name = `${path}${field.name}`;
    const row = `| \`${name}\` | ${fieldInWords(field)} | ${field.is === "property" ? field.property.description : field.description} |`;
    if (field.is === "children") return [row, ...fieldRows(field.shape, `${name}${field.form === "map" ? ".<slug>." : "[]."}`)];
    return field.is === "spans" ? [row, ...fieldRows(field.shape, `${name}.<role>[].`)] : [row];
  });
}

function fieldInWords(field: Field): string {
  const required = "required" in field && field.required ? " (required)" : "";
  switch (field.is) {
    case "property":
      return typeInWords(field.property);
    case "link": {
      const details = field.details.map((detail) => `\`${detail.name}\``).join(", ");
      const form = details === "" ? "" : `, or maps with \`${field.key}\` and ${details}`;
      return `${field.many ? "slugs" : "slug"} of ${field.to.join(", ")}${form}${required}`;
    }
    case "slug":
      return `${field.many ? "slugs" : "slug"} of ${field.to.join(", ")}${required}`;
    case "children":
      return `${field.form === "map" ? "a map from slug to record" : "a list of records"}${required}`;
    case "spans":
      return "a map from role in lower case to a list of spans";
    case "elsewhere":
      return "a map of fields of this record";
    default:
      return `text${required}`;
  }
}

function printRelationFile(): string {
  const rows = relationFields().map((detail) => {
    const isProperty = detail.is === "property";
    return `| \`${detail.name}\` | ${fieldInWords(detail)} | ${isProperty ? detail.property.description : detail.description} |`;
  });
  const types = WRITTEN_RELATIONS.map((type) => `\`${type}\``).join(", ");
  const table = [
    "| field | holds | meaning |",
    "| --- | --- | --- |",
    `| \`type\` | ${types} | Which relation it is; \`RELATED_TO\` unless given. |`,
    "| `from` | slug (required) | Where it begins. |",
    "| `to` | slug (required) | Where it ends. |",
    ...rows,
  ];
  return [`### ${RELATION_FILE}`, "Relations that no field of a record has. A map from slug to relation.", table.join("\n")].join("\n\n");
}
