import type { ApolloServerPlugin } from "@apollo/server";
import type { ErrorOwners } from "../errors/error-owners";
import { nameForLog } from "../watching/request-note";
import type { HttpContext } from "./http-context";

export interface NoteOptions {
  /** Whether the caller's words are written down, too. */
  readonly withWords: boolean;
  readonly owners: ErrorOwners;
}

/** Writes down what GraphQL knows of a request. */
export function createNotePlugin(options: NoteOptions): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource({ queryHash, source, request, contextValue: { note } }) {
          note.trace?.prepareBegins();
          note.question = { ...note.question, document: queryHash };
          if (options.withWords) note.question.asked = { query: source, variables: request.variables ?? {} };
          return Promise.resolve();
        },
        didResolveOperation({ operation, contextValue: { note } }) {
          // Contrary to its type, there may be none.
          const name = operation?.name?.value;
          note.question = { ...note.question, operation: nameForLog(name) };
          return Promise.resolve();
        },
        didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) options.owners.claim(error, contextValue.note.id);
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue }) {
          contextValue.note.trace?.prepareEnds();
          if (response.body.kind !== "single") return Promise.resolve();
          const { errors } = response.body.singleResult;
          if (errors?.length) contextValue.note.codes = errors.map(({ extensions }) => String(extensions?.["code"]));
          return Promise.resolve();
        },
      }),
  };
}
