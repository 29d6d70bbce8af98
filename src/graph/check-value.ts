import { ValueNotStorable } from "../errors";
import type { CypherValue } from "./cypher-statement";

/** NUL, or half a surrogate pair: engines store the latter as U+FFFD without a word. */
const UNSTORABLE_CHARACTER = /[\0\uD800-\uDFFF]/u;

/**
 * The gate in front of both engines: lets through null, boolean, well-formed text, safe integers, finite numbers, and
 * lists and plain maps of these. Drivers do odd things to all else: a `Date` arrives as `{}`, a `Map` as pairs.
 * @throws ValueNotStorable naming the place within the parameters, never the value
 */
export function checkParameters(parameters: Readonly<Record<string, unknown>>): asserts parameters is Record<string, CypherValue> {
  const fault = faultIn(parameters);
  if (fault)
    throw new ValueNotStorable(
      `$${fault.path.replace(/^\./, "")} ${fault.problem}. Give text, true, false, a number, null, or lists and maps of these.`,
    );
}

/** Where and what is wrong with a value; null when both engines store it alike. */
interface Fault {
  readonly path: string;
  readonly problem: string;
}

function faultIn(value: unknown): Fault | null {
  switch (typeof value) {
    case "boolean":
      return null;
    case "string":
      return UNSTORABLE_CHARACTER.test(value) ? here("holds a NUL character or half a surrogate pair") : null;
    case "number":
      return faultInNumber(value);
    case "object":
      return value === null ? null : faultInObject(value);
    default:
      return here(`is ${typeof value === "undefined" ? "undefined" : `a ${typeof value}`}`);
  }
}

function faultInNumber(value: number): Fault | null {
  if (!Number.isFinite(value)) return here("is not a finite number");
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? here("is a whole number past 2^53") : null;
}

function faultInObject(value: object): Fault | null {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const fault = faultIn(value[index]);
      if (fault) return { ...fault, path: `[${String(index)}]${fault.path}` };
    }
    return null;
  }
  if (!isPlain(value)) return here(`is a ${value.constructor.name}, not a plain map`);
  for (const [key, entry] of Object.entries(value)) {
    const fault = UNSTORABLE_CHARACTER.test(key) ? here("has a key that holds a NUL character or half a surrogate pair") : faultIn(entry);
    if (fault) return { ...fault, path: `.${key}${fault.path}` };
  }
  return null;
}

/** Holds for objects of another realm, too, where `Object.prototype` is another one. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function here(problem: string): Fault {
  return { path: "", problem };
}
