import type { Step } from "../../../model/edge-types";
import { printCall, printUnion } from "../clauses/print-call";
import { printPattern, withoutEndLabel } from "../clauses/print-pattern";
import type { LinkWalk, WayOfKind } from "../sources/print-links";
import { favoured, nameOfWalk, printKinds } from "../sources/print-links";

/** Ways of links to be walked within bounds: to the statements, which are sifted and counted out, then onward from those. */
export interface WalkedLinks extends LinkWalk {
  /** What is demanded of a statement. */
  readonly where: string | null;
  /** Lists that it refers to. */
  readonly lists: readonly string[];
  /** A parameter: so many statements are looked at that one sort of way leads to. */
  readonly cap: string;
}

/** From the entity to statements: ways of one relation together, each longer way for itself. */
interface WayThere {
  readonly match: string;
  /** The name of the way that led to a statement. */
  readonly came: string;
}

/** From statements to which some ways led, to the other entities. */
interface WayOnward {
  readonly after: readonly string[];
  readonly match: string;
  /** The kind of link; null where the two halves make none. */
  readonly kind: string;
}

/**
 * Lines that give the other entities, the kinds, and the statements. What is demanded of statements stands here once, however
 * many ways there are: a demand of several parts in each way of each step takes a planner longer than a question may last.
 */
export function printWalkedLinks(walk: WalkedLinks): string[] {
  const [there, onward] = [waysThere(walk), waysOnward(walk)];
  const [only, ...more] = there;
  const [next, ...others] = onward;
  if (only && next && more.length + others.length === 0) return printStraight(walk, only, next);
  return [...printSifted(walk, there), ...printFromSifted(walk, onward)];
}

function printStraight({ from, to, link, behind, where, lists, cap }: WalkedLinks, there: WayThere, onward: WayOnward): string[] {
  const came = `${to}_h`;
  return [
    there.match,
    `WITH ${[from, behind, ...lists].join(", ")}, ${there.came} AS ${came}${where === null ? "" : ` WHERE ${where}`}`,
    `WITH ${from}, ${behind}, ${came} LIMIT $${cap}`,
    onward.match,
    `WITH ${to}, ${onward.kind} AS ${link}, ${behind} WHERE ${link} IS NOT NULL`,
  ];
}

/** Lines that bind the statements that the ways lead to, without a look at what is demanded of them. */
export function printWaysThere({ from, behind, ways }: Pick<LinkWalk, "from" | "behind" | "ways">): string {
  return printUnion(
    [from],
    waysThere({ from, behind, ways }).map(({ match }) => [match, `RETURN ${behind}`]),
  );
}

/** The statements of an entity as one list for each way that led to them: lists are walked faster than row by row. */
function printSifted({ from, to, behind, where, lists, cap }: WalkedLinks, there: readonly WayThere[]): string[] {
  const [sort, came] = [`${to}_n`, `${to}_h`];
  const branches = there.map(({ match, came: name }, index) => [
    `WITH ${from}, ${sort} WHERE ${sort} = ${index}`,
    match,
    `RETURN ${behind}, ${name} AS ${came}`,
  ]);
  const sifted = [
    printUnion([from, sort], branches),
    `WITH ${[behind, came, ...lists].join(", ")}${where === null ? "" : ` WHERE ${where}`}`,
    `WITH ${behind}, ${came} LIMIT $${cap}`,
    `RETURN ${came}, collect(${behind}) AS ${to}_l`,
  ];
  return [`UNWIND [${there.map((_, index) => index).join(", ")}] AS ${sort}`, printCall([from, sort, ...lists], sifted)];
}

function printFromSifted({ from, to, link, behind }: WalkedLinks, onward: readonly WayOnward[]): string[] {
  const [came, all] = [`${to}_h`, `${to}_l`];
  const branches = onward.map(({ after, match, kind }) => [
    `WITH ${from}, ${came}, ${all} WHERE ${came} IN [${after.map((name) => `'${name}'`).join(", ")}]`,
    `UNWIND ${all} AS ${behind}`,
    match,
    `WITH ${to}, ${kind} AS ${link}, ${behind} WHERE ${link} IS NOT NULL`,
    `RETURN ${to}, ${link}, ${behind}`,
  ]);
  return [printUnion([from, came, all], branches)];
}

function waysThere({ from, behind, ways }: Pick<LinkWalk, "from" | "behind" | "ways">): WayThere[] {
  const walks = [...new Map(ways.map(({ way }) => [nameOfWalk(way.to), way.to])).values()];
  const direct = walks.filter(isOneStep).map(nameOfWalk);
  const relation = `${behind}_a`;
  const together: WayThere = {
    match: `MATCH (${from})<-[${relation}:${direct.join("|")}]-(${behind}:Statement)${printTests(favoured(relation, direct))}`,
    came: direct.length === 1 ? `'${direct[0] ?? ""}'` : `type(${relation})`,
  };
  const longer = walks
    .filter((walk) => !isOneStep(walk))
    .map((walk): WayThere => ({ match: `MATCH ${printPattern(walk, { from, to: behind })}`, came: `'${nameOfWalk(walk)}'` }));
  return [...(direct.length === 0 ? [] : [together]), ...longer];
}

function waysOnward(walk: WalkedLinks): WayOnward[] {
  const near = walk.ways.filter(({ way }) => isOneStep(way.from));
  const groups = [near.filter(({ way }) => isOneStep(way.to)), near.filter(({ way }) => !isOneStep(way.to))];
  const further = walk.ways.filter(({ way }) => !isOneStep(way.from));
  return [...groups.filter((group) => group.length > 0).map((group) => nearWay(walk, group)), ...further.map((each) => farWay(walk, each))];
}

function nearWay({ from, to, behind }: WalkedLinks, ways: readonly WayOfKind[]): WayOnward {
  const relation = `${to}_b`;
  const types = [...new Set(ways.map(({ way }) => nameOfWalk(way.from)))];
  const tests = [`${to} <> ${from}`, ...favoured(relation, types)];
  return {
    after: [...new Set(ways.map(({ way }) => nameOfWalk(way.to)))],
    match: `MATCH (${behind})-[${relation}:${types.join("|")}]->(${to}:Entity)${printTests(tests)}`,
    kind: ways.length === 1 ? `'${ways[0]?.kind ?? ""}'` : printKinds(ways, `${to}_h`, relation),
  };
}

function farWay({ from, to, behind }: WalkedLinks, { kind, way }: WayOfKind): WayOnward {
  const pattern = printPattern(withoutEndLabel(way.from), { from: behind, to: `${to}:Entity` });
  return { after: [nameOfWalk(way.to)], match: `MATCH ${pattern}${printTests([`${to} <> ${from}`])}`, kind: `'${kind}'` };
}

function isOneStep(walk: readonly Step[]): boolean {
  return walk.length === 1;
}

function printTests(tests: readonly string[]): string {
  return tests.length === 0 ? "" : ` WHERE ${tests.join(" AND ")}`;
}
