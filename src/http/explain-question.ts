import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { DocumentNode, GraphQLFormattedError } from "graphql";
import { buildQuothSchema } from "../api/build-schema";
import { explainFields } from "../api/explain-fields";
import type { ExplainedField } from "../api/explain-fields";
import { limitRequests } from "../api/limit-requests";
import type { Config } from "../config/settings";
import type { Dialect } from "../graph/dialect";
import { createApollo } from "./apollo/create-apollo";
import type { HttpContext } from "./apollo/http-context";
import { createRefusalPlugin } from "./apollo/refusal-plugin";
import { ErrorOwners } from "./errors/error-owners";
import { createErrorFormatter } from "./errors/format-error";
import { RequestNote } from "./watching/request-note";

/** A question as a client would send it. */
export interface AskedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Why a question, or a root field of it, is refused: what a client would be told. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** In the text of the question; null where it is about all of it. */
  readonly line: number | null;
  readonly column: number | null;
}

export interface Explanation {
  /** Points; null where it was refused before it was measured. */
  readonly cost: number | null;
  /** Root fields, in the order of the answer; null for those that need no database, such as `__typename`. */
  readonly fields: readonly { readonly name: string; readonly explained: ExplainedField | null }[];
  readonly refusals: readonly Refusal[];
}

/**
 * What would become of a question: read, validated, measured and refused by what does so in the server, and compiled for the engine of
 * the dialect, of which none is asked.
 */
export async function explainQuestion(
  { query, variables, operationName }: AskedQuestion,
  { limits, introspection }: Pick<Config, "limits" | "introspection">,
  dialect: Dialect,
): Promise<Explanation> {
  const known = new Map<string, ExplainedField>();
  const onField = (field: ExplainedField): void => void known.set(field.name, field);
  const schema = explainFields(buildQuothSchema(), { limits, dialect, variables, onField });
  const requestLimits = limitRequests(schema, limits);
  const formatError = createErrorFormatter({ introspection, maxTokens: limits.maxTokens, log: THROWS, owners: new ErrorOwners() });
  const names: string[] = [];
  const apollo = createApollo<ExplainContext>({ schema, limits: requestLimits, formatError, introspection, maxTokens: limits.maxTokens }, [
    createRefusalPlugin(requestLimits),
    noteOperations(names),
  ]);
  await apollo.start();
  const note = new RequestNote("explain");
  // Apollo takes an empty text for none at all, and speaks of a request that nobody sent.
  const request = {
    query: query === "" ? " " : query,
    variables: { ...variables },
    ...(operationName === undefined ? {} : { operationName }),
  };
  const { body } = await apollo.executeOperation(request, { contextValue: { note, charge: () => null } });
  await apollo.stop();
  if (body.kind !== "single") throw new Error("An answer comes in one piece.");
  const { data, errors = [] } = body.singleResult;
  const refused = new Set(errors.map(({ path }) => path?.[0]));
  return {
    cost: note.question.cost,
    fields: Object.keys(data ?? {}).flatMap((name) => (refused.has(name) ? [] : [{ name, explained: known.get(name) ?? null }])),
    refusals: errors.map((error) => asRefusal(error, names)),
  };
}

type ExplainContext = Pick<HttpContext, "note" | "charge">;

/** Nothing that is the server's business happens without a database: what does is a fault of Quoth's, to be told as it is. */
const THROWS = {
  error: ({ err }: { readonly err?: unknown }): never => {
    throw err;
  },
  warn: (): void => undefined,
};

/** Notes what the operations of the document are called. */
function noteOperations(names: string[]): ApolloServerPlugin<ExplainContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document }) {
          names.push(...operationNames(document));
          return Promise.resolve();
        },
      }),
  };
}

function operationNames({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : []));
}

function asRefusal({ message, locations, extensions }: GraphQLFormattedError, names: readonly string[]): Refusal {
  const [place] = locations ?? [];
  const code = String(extensions?.["code"]);
  const advice = code === "OPERATION_RESOLUTION_FAILURE" && names.length > 0 ? ` Name one of them: ${names.join(", ")}.` : "";
  return { code, message: message + advice, line: place?.line ?? null, column: place?.column ?? null };
}
