import { CORPUS_FILES, RELATION_FILE, relationFields } from "../model/corpus-row";
import type { Field, LinkField, RecordShape } from "../model/corpus-row-types";
import { enumValues } from "../model/enums";
import { isListProperty } from "../model/property-types";
import { concreteLabels, inWords } from "./draft/corpus-labels";
import { TABLE_FORMATS } from "./files/table-source";
import { MENTION_SOURCES, TEXT_TO_CHECK } from "./mapping/mapping";
import { SOURCE_KEYS } from "./mapping/read-source";

type Schema = Record<string, unknown>;

const TEMPLATE: Schema = { $ref: "#/$defs/template" };
const ONE_OR_MORE = (items: Schema): Schema => ({ anyOf: [items, { type: "array", items }] });
const CONTROLS: Readonly<Record<string, Schema>> = {
  when: { ...TEMPLATE, description: "Left out where this is empty." },
  unless: { ...TEMPLATE, description: "Left out where this is not empty." },
  each: { ...TEMPLATE, description: "Once for every item of this list: <item>, or a field of it." },
};
const CONTROL = Object.fromEntries(Object.keys(CONTROLS).map((name) => [name, { $ref: `#/$defs/${name}` }]));
/** `each term` names the item. */
const EACH_NAMED = "^each \\S+$";
const SOURCES: Readonly<Record<string, Schema>> = {
  files: { ...ONE_OR_MORE({ type: "string" }), description: "A file or a pattern, or a list of them, within the folder." },
  format: { enum: TABLE_FORMATS, description: "By the file's ending unless given." },
  header: { enum: ["yes", "no", true, false], description: "Whether the first line names the columns." },
  columns: { type: "array", items: { type: ["string", "number", "boolean"] }, description: "Names of the columns." },
  skipLines: { type: "integer", minimum: 0, description: "Lines in front of the header." },
};

/**
 * The JSON Schema (2020-12) of mapping.yaml and entities.yaml, for editors: any value of a record may be a template, and any map
 * may be repeated or left out. What blanks hold, the seeder alone checks.
 */
export function emitMappingSchema(): string {
  const definitions: Record<string, Schema> = {
    template: {
      type: ["string", "number", "boolean"],
      description: "Text with blanks that the row fills in: <column>, <a or b>, <column | function argument>.",
    },
    ...CONTROLS,
    "mapping.yaml": mappingSchema(),
    "entities.yaml": decisionsSchema(),
  };
  for (const { file, shape } of CORPUS_FILES) definitions[`records of ${file}`] = bySlug(recordOf(shape), shape.description);
  definitions[`records of ${RELATION_FILE}`] = bySlug(relation(), "Relations that no field of a record has.");
  for (const shape of CORPUS_FILES.flatMap((each) => shapesIn(each.shape))) {
    definitions[shape.label] = record(shape);
    for (const field of shape.fields) if (field.is === "link") definitions[`${shape.label}.${field.name}`] = linkItem(field);
  }
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "How the tables of a Quoth corpus become records, and who is who in them",
    description: "Point an editor at mapping.schema.json#/$defs/mapping.yaml or mapping.schema.json#/$defs/entities.yaml.",
    anyOf: [{ $ref: "#/$defs/mapping.yaml" }, { $ref: "#/$defs/entities.yaml" }],
    $defs: definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[], description: string): Schema {
  return { type: "object", description, additionalProperties: false, ...(required.length > 0 && { required }), properties };
}

function sources(): Record<string, Schema> {
  return Object.fromEntries(SOURCE_KEYS.map((key) => [key, SOURCES[key] ?? { type: "string" }]));
}

function mappingSchema(): Schema {
  const condition = object(
    { value: TEMPLATE, when: { $ref: "#/$defs/when" }, unless: { $ref: "#/$defs/unless" } },
    ["value"],
    "A value with a condition.",
  );
  const files = [...CORPUS_FILES.map(({ file }) => file), RELATION_FILE];
  const records = Object.fromEntries(files.map((file) => [file.replace(".yaml", ""), ONE_OR_MORE({ $ref: `#/$defs/records of ${file}` })]));
  const table = object(
    {
      ...sources(),
      where: { ...TEMPLATE, description: "Rows for which it is empty say nothing." },
      set: { type: "object", description: "Names for values, in order.", additionalProperties: { anyOf: [TEMPLATE, condition] } },
      records: object(records, [], "What one row says, by file of a corpus."),
    },
    ["files", "records"],
    "Files of one kind, and what a row of them says.",
  );
  const lookup = object({ ...sources(), key: TEMPLATE }, ["files", "key"], "A table to look values up in.");
  const pairs: Schema = {
    type: "object",
    not: { required: ["files"] },
    additionalProperties: { type: ["string", "number", "boolean", "null"] },
  };
  return object(
    {
      tables: { type: "object", minProperties: 1, additionalProperties: table, description: "By a name of your own." },
      lookups: { type: "object", additionalProperties: { anyOf: [lookup, pairs] }, description: "Small tables, by name." },
      mentions: { ...ONE_OR_MORE({ enum: MENTION_SOURCES }), description: "What to find in the texts of statements." },
      sameWords: { enum: ["yes", "no", true, false], description: "Whether equal words of one day are one statement." },
      variants: {
        anyOf: [{ enum: ["yes", "no", true, false] }, { type: "number", minimum: 0.5, exclusiveMaximum: 1 }],
        description: "The least similarity of statements that are noted as variants.",
      },
    },
    ["tables"],
    "How tables become records of a corpus.",
  );
}

function decisionsSchema(): Schema {
  const kinds = concreteLabels(["Entity"]);
  const id: Schema = { type: "string", pattern: `^(?:${kinds.map((kind) => kind.toLowerCase()).join("|")}):\\S+$` };
  const properties: Record<string, Schema> = {
    same: { type: "object", propertyNames: id, additionalProperties: ONE_OR_MORE(id), description: "The first stays; the others are it." },
    different: { type: "array", items: { type: "array", minItems: 2, items: id }, description: "Never to be taken for one." },
    is: {
      type: "object",
      additionalProperties: { enum: kinds.map((kind) => kind.toLowerCase()) },
      description: "What a table takes for something else.",
    },
    names: { type: "object", additionalProperties: { anyOf: [id, { const: "nobody" }] }, description: "Who is meant by a name." },
  };
  return object(properties, [], "Decisions on who is who, which hold at every load.");
}

/** Keys are slugs with blanks. */
function bySlug(schema: Schema, description: string): Schema {
  return { type: "object", description, properties: CONTROL, patternProperties: { [EACH_NAMED]: TEMPLATE }, additionalProperties: schema };
}

/** A map that may be repeated or left out. */
function repeatable(properties: Readonly<Record<string, Schema>>, description: string): Schema {
  return { ...object({ ...properties, ...CONTROL }, [], description), patternProperties: { [EACH_NAMED]: TEMPLATE } };
}

/** A shape and those within it. */
function shapesIn(shape: RecordShape): RecordShape[] {
  return [shape, ...shape.fields.flatMap((field) => (field.is === "children" || field.is === "spans" ? shapesIn(field.shape) : []))];
}

function recordOf({ label }: RecordShape): Schema {
  return { $ref: `#/$defs/${label}` };
}

function record(shape: RecordShape): Schema {
  const own = shape.fields.map((field) => [field.name, fieldSchema(field, shape)] as const);
  const extra: [string, Schema][] =
    shape.label === "Document" ? [[TEXT_TO_CHECK, { ...TEMPLATE, description: "A text that proves spans and is not stored." }]] : [];
  return repeatable(Object.fromEntries([...own, ...extra]), shape.description);
}

function relation(): Schema {
  const end = { is: "link", many: false, relation: "RELATED_TO", direction: "out", to: ["Entity"], key: "entity", details: [] } as const;
  const details = relationFields().map((field) => [field.name, detailSchema(field)] as const);
  const ends = {
    type: { ...TEMPLATE, description: "Which relation it is; RELATED_TO unless given." },
    from: { ...linkItem({ ...end, name: "from", description: "" }), description: "Where it begins." },
    to: { ...linkItem({ ...end, name: "to", description: "" }), description: "Where it ends." },
  };
  return repeatable({ ...ends, ...Object.fromEntries(details) }, "A relation between two entities.");
}

function fieldSchema(field: Field, shape: RecordShape): Schema {
  switch (field.is) {
    case "link":
      return { ...ONE_OR_MORE({ $ref: `#/$defs/${shape.label}.${field.name}` }), description: field.description };
    case "children":
      return {
        ...(field.form === "map" ? bySlug(recordOf(field.shape), field.description) : ONE_OR_MORE(recordOf(field.shape))),
        description: field.description,
      };
    case "spans": {
      const roles = enumValues("SpanRole").map((role) => [role.toLowerCase(), ONE_OR_MORE(recordOf(field.shape))] as const);
      return object(Object.fromEntries(roles), [], field.description);
    }
    case "elsewhere": {
      const own = shape.fields.flatMap((each) => (each.is === "property" ? [[each.name, detailSchema(each)] as const] : []));
      return repeatable(Object.fromEntries(own), field.description);
    }
    default:
      return detailSchema(field);
  }
}

function detailSchema(field: Exclude<Field, { is: "link" | "children" | "spans" | "elsewhere" }>): Schema {
  if (field.is === "property") {
    return { ...(isListProperty(field.property) ? ONE_OR_MORE(TEMPLATE) : TEMPLATE), description: field.property.description };
  }
  return { ...(field.is === "slug" && field.many ? ONE_OR_MORE(TEMPLATE) : TEMPLATE), description: field.description };
}

/** A slug, or a map with it, or with a name, and what is said of the relation. */
function linkItem({ key, to, details }: LinkField): Schema {
  const kinds = concreteLabels(to);
  const kind: Schema = { enum: kinds.map((each) => each.toLowerCase()) };
  const shapes = CORPUS_FILES.map(({ shape }) => shape).filter(({ label }) => kinds.includes(label));
  const fields = [...new Set(shapes.flatMap(({ fields: own }) => own.map(({ name }) => name)))];
  const byName: Record<string, Schema> = {
    name: { ...TEMPLATE, description: "As the source writes it." },
    kind: { ...ONE_OR_MORE(kind), description: "What it may be; a new one is of the first." },
    slug: { ...TEMPLATE, description: "An id column: it settles who it is." },
    record: {
      type: "object",
      properties: Object.fromEntries(fields.map((name) => [name, {}])),
      additionalProperties: false,
      description: "Fields of a new one.",
    },
  };
  const isEntity = shapes.some(({ label }) => concreteLabels(["Entity"]).includes(label));
  const slug: Schema = { ...TEMPLATE, description: `The slug of ${inWords(kinds)}.` };
  const said = Object.fromEntries(details.map((detail) => [detail.name, detailSchema(detail)]));
  const item = repeatable({ [key]: slug, ...(isEntity && byName), ...said }, "The slug or the name, and what is said of the relation.");
  return { anyOf: [slug, item] };
}
