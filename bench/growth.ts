import { parseArgs } from "node:util";
import { median } from "./time-contenders";

const HELP = `npm run bench:growth -- SMALL LARGE [options]

  SMALL, LARGE     addresses of two running Quoth servers: http://127.0.0.1:4000
  --rounds N       rounds, in which the servers take turns (7)

Asks both servers the same questions, one at a time, each about the busiest speaker, the commonest word and so on of its own data. Start
them with QUOTH_ANSWER_CACHE=0, so that every answer is worked out, and with QUOTH_READ_TIMEOUT=60.`;

/** Rare in most corpora; the rarest that a server knows is searched for. */
const RARE_WORDS = ["whale", "piracy", "lighthouse", "locust", "bamboo"];
const COMMON_WORD = "people";

type Json = Readonly<Record<string, unknown>>;

/** What of one server's data is asked for. */
interface Marks {
  readonly statements: number;
  readonly speaker: string;
  readonly target: string;
  readonly rare: string;
}

interface Question {
  readonly name: string;
  query(marks: Marks): string;
}

const PAGE = "nodes { text saidAt speaker { name } }";
const QUESTIONS: readonly Question[] = [
  { name: "one person", query: ({ speaker }) => `{ entity(id: "${speaker}") { id name } }` },
  { name: "count of everything", query: () => "{ statements { totalCount } }" },
  {
    name: "count of the busiest speaker",
    query: ({ speaker }) => `{ statements(where: { speaker: { id: "${speaker}" } }) { totalCount } }`,
  },
  { name: "latest 20 of all", query: () => `{ statements(first: 20) { ${PAGE} } }` },
  {
    name: "latest 20 of the busiest speaker",
    query: ({ speaker }) => `{ statements(where: { speaker: { id: "${speaker}" } }, first: 20) { ${PAGE} } }`,
  },
  { name: "search for a rare word, best first", query: ({ rare }) => `{ statements(search: "${rare}", first: 20) { ${PAGE} } }` },
  {
    name: "search for a common word, latest first",
    query: () => `{ statements(search: "${COMMON_WORD}", orderBy: [{ by: SAID_AT }], first: 20) { ${PAGE} } }`,
  },
  { name: "search for a common word, best first", query: () => `{ statements(search: "${COMMON_WORD}", first: 20) { ${PAGE} } }` },
  { name: "statements by speaker, first 20", query: () => "{ statementCounts(groupBy: [SPEAKER], first: 20) { keys { label } count } }" },
  {
    name: "statements by year, of the busiest speaker",
    query: ({ speaker }) =>
      `{ statementCounts(groupBy: [YEAR], where: { speaker: { id: "${speaker}" } }, first: 100) { keys { label } count } }`,
  },
  { name: "who spoke about whom, first 20", query: () => "{ whoSpokeAboutWhom(first: 20) { speaker { name } target { name } count } }" },
  {
    name: "who spoke about the busiest topic, first 20",
    query: ({ target }) => `{ statementCounts(groupBy: [SPEAKER], where: { about: { some: { id: "${target}" } } }, first: 20) { count } }`,
  },
  {
    name: "neighbours of the busiest speaker",
    query: ({ speaker }) => `{ entity(id: "${speaker}") { neighbours(first: 10) { edges { link count node { id } } } } }`,
  },
  {
    name: "network around the busiest speaker",
    query: ({ speaker }) => `{ network(around: ["${speaker}"], depth: 1) { nodes { id } edges { source target } } }`,
  },
];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: "string", default: "7" }, help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [small, large] = positionals;
  const rounds = Number(values.rounds);
  if (values.help || !small || !large || !(rounds >= 1)) return console.log(HELP);
  const places = [small, large] as const;
  const marks = [await findMarks(small), await findMarks(large)] as const;
  for (const each of marks) console.log(JSON.stringify(each));
  const sizes = marks.map(({ statements }) => statements.toLocaleString("en"));
  console.log(`\n| question | ms at ${sizes.join(" | ms at ")} | ratio | first time |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const question of QUESTIONS) {
    // A corpus that says of no statement what it is about has no such question.
    if (marks.some((each) => question.query(each).includes('""'))) continue;
    const times: [number[], number[]] = [[], []];
    // Once more than the rounds: the first time pays for the plan and for pages that are not in memory yet.
    for (let round = 0; round <= rounds; round++) {
      for (const side of [0, 1] as const) times[side].push(await timeOf(places[side], question.query(marks[side])));
    }
    console.log(row(question.name, times));
  }
}

function row(name: string, [small, large]: readonly [readonly number[], readonly number[]]): string {
  const [a, b] = [median(small.slice(1)), median(large.slice(1))];
  const cells = [a.toFixed(1), b.toFixed(1), (b / a).toFixed(2), `${(small[0] ?? NaN).toFixed(0)}, ${(large[0] ?? NaN).toFixed(0)}`];
  return `| ${name} | ${cells.map((cell) => cell.replace("NaN", "–")).join(" | ")} |`;
}

/** Milliseconds until the answer is there; NaN where it is an error, which is printed. */
async function timeOf(place: string, query: string): Promise<number> {
  const begin = performance.now();
  const answer = await ask(place, query);
  const ms = performance.now() - begin;
  const [error] = (answer["errors"] as { message: string }[] | undefined) ?? [];
  if (error) console.error(`${place}: ${error.message}`);
  return error ? NaN : ms;
}

async function ask(place: string, query: string): Promise<Json> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${place}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Json;
}

async function findMarks(place: string): Promise<Marks> {
  const first = async (dimension: string): Promise<string> => {
    const { data, errors } = await ask(place, `{ statementCounts(groupBy: [${dimension}], first: 1) { keys { value } } }`);
    const [group] = ((data as Json | undefined)?.["statementCounts"] ?? []) as { keys: { value: string }[] }[];
    if (errors) throw new Error(`${place}: ${JSON.stringify(errors)}`);
    return group?.keys[0]?.value ?? "";
  };
  const countOf = async (argument: string): Promise<number> => {
    const { data } = await ask(place, `{ statements${argument} { totalCount } }`);
    return ((data as Json)["statements"] as { totalCount: number }).totalCount;
  };
  const counts: [string, number][] = [];
  for (const word of RARE_WORDS) counts.push([word, await countOf(`(search: "${word}")`)]);
  const [rare] = counts.filter(([, count]) => count > 0).sort(([, one], [, other]) => one - other);
  console.log(`${place}: ${counts.map(([word, count]) => `${word} ${String(count)}`).join(", ")}`);
  return { statements: await countOf(""), speaker: await first("SPEAKER"), target: await first("ABOUT"), rare: rare?.[0] ?? "" };
}

void main();
