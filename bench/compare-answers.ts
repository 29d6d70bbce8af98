import { isDeepStrictEqual } from "node:util";
import type { GraphQLSchema } from "graphql";
import { parse, validate } from "graphql";
import type { Contender } from "./contenders";
import { targetOf } from "./contenders";
import { post } from "./load-client";
import { isMissing } from "./operations/operation";
import type { Json, Operation } from "./operations/operation";

/** What came of asking one contender once. */
export type Outcome =
  | { readonly kind: "right"; readonly text: string; readonly note?: string }
  /** It has no words for it. */
  | { readonly kind: "missing"; readonly why: string }
  /** It refused, broke, or took too long. */
  | { readonly kind: "failed"; readonly why: string }
  /** It said something else than the others. */
  | { readonly kind: "different"; readonly why: string };

export type Outcomes = ReadonlyMap<Contender, Outcome>;

interface Answered {
  readonly contender: Contender;
  readonly text: string;
  readonly answer: Json;
}

const SHOWN = 400;

/** Asks everybody once. The first who answers, in the order given, is whom the others are held against. */
export async function compareAnswers(operation: Operation, contenders: readonly Contender[], schema: GraphQLSchema): Promise<Outcomes> {
  const outcomes = new Map<Contender, Outcome>();
  let first: Answered | undefined;
  for (const contender of contenders) {
    const outcome = await ask(operation, contender, schema);
    if ("kind" in outcome) {
      outcomes.set(contender, outcome);
      continue;
    }
    first ??= outcome;
    const question = contender.question(operation);
    const note = "note" in question ? question.note : undefined;
    outcomes.set(
      contender,
      isDeepStrictEqual(outcome.answer, first.answer)
        ? { kind: "right", text: outcome.text, ...(note === undefined ? {} : { note }) }
        : { kind: "different", why: difference(outcome, first) },
    );
  }
  return outcomes;
}

async function ask(operation: Operation, contender: Contender, schema: GraphQLSchema): Promise<Answered | Outcome> {
  const question = contender.question(operation);
  if (isMissing(question)) return { kind: "missing", why: question.missing };
  if (question === operation.quoth && validate(schema, parse(operation.quoth.query)).length > 0)
    return { kind: "missing", why: "not there yet" };
  const target = targetOf(contender, operation);
  if (!target) return { kind: "missing", why: "no question" };
  try {
    const text = await post(target);
    const { data = null, errors } = JSON.parse(text) as { data?: Json; errors?: Json };
    if (errors !== undefined) return { kind: "failed", why: `errors: ${JSON.stringify(errors).slice(0, SHOWN)}` };
    // Hand-written Cypher answers in Quoth's own form.
    const inCommon = ("cypher" in question ? operation.quoth : question).answer;
    return { contender, text, answer: normal(inCommon ? inCommon(data) : data) };
  } catch (error) {
    return { kind: "failed", why: String(error).slice(0, SHOWN) };
  }
}

/** As JSON has it, so that a map without a prototype, or with its fields in another order, is the same. */
function normal(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function difference({ answer }: Answered, first: Answered): string {
  const [own, other] = [JSON.stringify(answer), JSON.stringify(first.answer)];
  const at = [...own].findIndex((sign, index) => sign !== other[index]);
  const from = Math.max(0, (at < 0 ? Math.min(own.length, other.length) : at) - 60);
  return `answers something else than ${first.contender.name}: …${own.slice(from, from + 160)}… instead of …${other.slice(from, from + 160)}…`;
}
