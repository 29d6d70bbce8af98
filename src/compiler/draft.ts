import type { CypherValue } from "../graph/cypher-statement";
import type { DeferredBound, GoesOn } from "./deferred-bound";
import type { QuothError } from "../errors";
import type { Dialect } from "../graph/dialect";
import type { Limits } from "./limits";
import type { CountNode } from "./nodes/level-node";

/** By ids that were given up: those of the things that stand for them now. */
export type CurrentIds = ReadonlyMap<string, string>;

/** What one statement collects while it is built: names that are used once, and values as parameters. */
export class Draft {
  readonly parameters: Record<string, CypherValue> = {};
  readonly deferred: DeferredBound[] = [];
  private readonly asked = new Set<string>();
  private names = 0;
  private values = 0;
  /** Why the question cannot be asked, if its ids are those that things have now. */
  refusal: QuothError | null = null;

  constructor(
    readonly limits: Limits,
    readonly dialect: Dialect,
    private readonly currentIds: CurrentIds = new Map(),
  ) {}

  /** All ids by which the question names things, as it names them. */
  get askedIds(): readonly string[] {
    return [...this.asked];
  }

  /** The id that a thing has now. */
  readonly id = (asked: string): string => {
    this.asked.add(asked);
    return this.currentIds.get(asked) ?? asked;
  };

  /** A name that no other part of the statement has. */
  readonly name = (prefix: string): string => `${prefix}${++this.names}`;

  /** What a level gives of which only the number is wanted. */
  readonly count = (): CountNode => ({ is: "count", alias: this.name("c"), seeksRelations: this.dialect.walksIndexInOrder });

  /** @returns the parameter that carries the value; its name depends on its place alone, so that texts stay the same. */
  readonly parameter = (value: CypherValue): string => {
    const name = `p_${++this.values}`;
    this.parameters[name] = value;
    return name;
  };

  /** The same for a value that is replaced when the statement is asked. @param open a value that leaves nothing out */
  readonly deferredParameter = (open: CypherValue, goesOn: GoesOn, as: DeferredBound["as"]): string => {
    const parameter = this.parameter(open);
    this.deferred.push({ ...goesOn, parameter, as });
    return parameter;
  };
}
