import { GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO, GraphQLURL } from "graphql-scalars";

// Both are stored as the text that is answered, checked when it was loaded: nothing is left to convert.

/** An instant in UTC. */
export const DateTimeScalar = new GraphQLScalarType<unknown, unknown>({
  name: "DateTime",
  description: "An instant in UTC, as ISO 8601 text with milliseconds: `2020-01-03T21:30:00.000Z`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => value,
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value),
});

/** A web address, as written in the corpus. */
export const UrlScalar = new GraphQLScalarType<unknown, unknown>({
  name: "URL",
  description: "A web address, http or https, as the corpus writes it.",
  specifiedByURL: "https://url.spec.whatwg.org/",
  serialize: (value) => value,
  parseValue: (value) => GraphQLURL.parseValue(value),
});
