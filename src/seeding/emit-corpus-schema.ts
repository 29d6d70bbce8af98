import { CORPUS_FILES, CORPUS_SHAPE, RELATION_FILE, relationFields, WRITTEN_RELATIONS } from "../model/corpus-row";
import type { Detail, Field, LinkField, RecordShape, SlugField } from "../model/corpus-row-types";
import { ENUMS } from "../model/enums";
import type { EnumName } from "../model/enums";
import { SLUG_RULE } from "../model/id";
import { relationOf } from "../model/ontology";
import type { Property } from "../model/ontology-types";
import { PARTIAL_DATE_FORMS } from "../model/partial-date";
import { MAX_URL_BYTES, maxLengthOf } from "../model/property-types";
import { concreteLabels, inWords } from "./draft/corpus-labels";

type Schema = Record<string, unknown>;

const DATE: Schema = { type: ["string", "integer", "number"], description: `A date. ${PARTIAL_DATE_FORMS}` };
// Editors read an unquoted 2020 or 007 as a number; the seeder reads the characters.
const TEXT: Schema = { type: ["string", "number", "boolean"] };
const ADDRESS: Schema = { type: "string", pattern: "^https?://", maxLength: MAX_URL_BYTES };

/**
 * The JSON Schema (2020-12) of corpus files, for editors that complete and check YAML: one definition a file, named as
 * the file, such as `#/$defs/people.yaml`. What needs more than one file to be known, the seeder alone checks.
 */
export function emitCorpusSchema(): string {
  const definitions: Record<string, Schema> = {
    slug: { type: ["string", "integer"], description: `A slug (${SLUG_RULE}), or a full id such as place:georgia.` },
    date: DATE,
    ...enumDefinitions(),
    "corpus.yaml": record(CORPUS_SHAPE),
  };
  for (const { file, shape } of CORPUS_FILES) {
    definitions[file] = mapOf(record(shape), `${shape.description} A map from slug to record.`);
  }
  definitions[RELATION_FILE] = mapOf(relationRecord(), "Relations that no field of a record has. A map from slug to relation.");
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Files of a Quoth corpus",
    description: "Point an editor at the definition of a file, such as corpus.schema.json#/$defs/people.yaml.",
    anyOf: ["corpus.yaml", ...CORPUS_FILES.map(({ file }) => file), RELATION_FILE].map((file) => ({ $ref: `#/$defs/${file}` })),
    $defs: definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function enumDefinitions(): Record<string, Schema> {
  const names = Object.keys(ENUMS) as EnumName[];
  return Object.fromEntries(names.map((name) => [name, enumSchema(ENUMS[name])]));
}

function enumSchema(values: Readonly<Record<string, string>>): Schema {
  return { oneOf: Object.entries(values).map(([value, description]) => ({ const: value, description })) };
}

function mapOf(schema: Schema, description: string): Schema {
  return { type: "object", description, minProperties: 1, additionalProperties: schema };
}

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[], description: string): Schema {
  return { type: "object", description, additionalProperties: false, ...(required.length > 0 && { required }), properties };
}

/** A required value may also stand among the facts from elsewhere, so only the seeder can tell that it is missing. */
function record(shape: RecordShape): Schema {
  const hasElsewhere = shape.fields.some((field) => field.is === "elsewhere");
  const required = shape.fields.filter((field) => isRequired(field) && !(hasElsewhere && field.is === "property"));
  const properties = shape.fields.map((field) => [field.name, fieldSchema(field, shape)] as const);
  return object(
    Object.fromEntries(properties),
    required.map((field) => field.name),
    shape.description,
  );
}

function isRequired(field: Field): boolean {
  if (field.is === "property") return field.property.required === true;
  return "required" in field && field.required === true;
}

function fieldSchema(field: Field, shape: RecordShape): Schema {
  switch (field.is) {
    case "property":
      return propertySchema(field.property);
    case "link":
      return described(linkSchema(field), field.description);
    case "slug":
      return described(slugSchema(field), field.description);
    case "children":
      return described(childrenSchema(field.shape, field.form), field.description);
    case "spans":
      return described(spansSchema(field.shape), field.description);
    case "elsewhere":
      return described(elsewhereSchema(shape), field.description);
    case "file":
    case "ownSlug":
      return described(TEXT, field.description);
  }
}

function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

function propertySchema(property: Property): Schema {
  const { type, description, values, range } = property;
  const maxLength = maxLengthOf(property);
  const limits = range === undefined ? {} : { minimum: range[0], maximum: range[1] };
  switch (type) {
    case "integer":
      return { type: "integer", ...limits, description };
    case "float":
      return { type: "number", ...limits, description };
    case "boolean":
      return { type: "boolean", description };
    case "date":
      return { $ref: "#/$defs/date", description };
    case "enum":
      return { $ref: `#/$defs/${values ?? ""}`, description };
    case "url":
      return { ...ADDRESS, description };
    case "urls":
      return { type: "array", items: ADDRESS, description };
    case "texts":
      return { type: "array", items: { ...TEXT, maxLength }, description };
    default:
      return { ...TEXT, maxLength, description };
  }
}

function linkSchema({ many, key, details, to }: LinkField): Schema {
  const slug: Schema = { $ref: "#/$defs/slug", description: `The slug of ${inWords(concreteLabels(to))}.` };
  const properties = Object.fromEntries(details.map((detail) => [detail.name, detailSchema(detail)]));
  const required = [key, ...details.filter(isRequired).map((detail) => detail.name)];
  const withDetails = object({ [key]: slug, ...properties }, required, "The slug, and what is said of the relation.");
  const item = details.length === 0 ? slug : { anyOf: [slug, withDetails] };
  return many ? { type: "array", items: item } : item;
}

function detailSchema(detail: Detail): Schema {
  return detail.is === "property" ? propertySchema(detail.property) : described(slugSchema(detail), detail.description);
}

function slugSchema({ many }: SlugField): Schema {
  const slug = { $ref: "#/$defs/slug" };
  return many ? { type: "array", items: slug } : slug;
}

function childrenSchema(shape: RecordShape, form: "map" | "list"): Schema {
  return form === "map" ? { type: "object", additionalProperties: record(shape) } : { type: "array", minItems: 1, items: record(shape) };
}

function spansSchema(shape: RecordShape): Schema {
  const roles = Object.entries(ENUMS.SpanRole).map(
    ([role, description]) => [role.toLowerCase(), { type: "array", items: record(shape), description }] as const,
  );
  return object(Object.fromEntries(roles), [], "Spans by role.");
}

function elsewhereSchema(shape: RecordShape): Schema {
  const own = shape.fields.flatMap((field) => (field.is === "property" ? [[field.name, propertySchema(field.property)] as const] : []));
  return object(Object.fromEntries(own), [], "Facts from elsewhere.");
}

function relationRecord(): Schema {
  const types = WRITTEN_RELATIONS.map((type) => ({ const: type, description: relationOf(type).description }));
  const properties: Record<string, Schema> = {
    type: { oneOf: types, default: "RELATED_TO", description: "Which relation it is; RELATED_TO unless given." },
    from: { $ref: "#/$defs/slug", description: "Where it begins." },
    to: { $ref: "#/$defs/slug", description: "Where it ends." },
  };
  for (const detail of relationFields()) properties[detail.name] = detailSchema(detail);
  return object(properties, ["from", "to"], "A relation between two entities.");
}
