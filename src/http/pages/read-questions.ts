import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A question that is ready to be asked: a file `seed/<corpus>/queries/<name>.graphql`. */
export interface ReadyQuestion {
  readonly corpus: string;
  readonly name: string;
  /** The first line of the comment at the top of the file: the question in words. */
  readonly question: string;
  /** The rest of that comment; often empty. */
  readonly note: string;
  /** The whole file, comment and all. */
  readonly query: string;
}

/** The ready questions of every corpus in a folder, by corpus and file name. */
export function readQuestions(seedFolder: string): ReadyQuestion[] {
  if (!existsSync(seedFolder)) return [];
  return readdirSync(seedFolder)
    .sort()
    .flatMap((corpus) => questionsOf(corpus, join(seedFolder, corpus, "queries")));
}

function questionsOf(corpus: string, folder: string): ReadyQuestion[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  return files.sort().map((file) => {
    const query = readFileSync(join(folder, file), "utf8");
    const name = file.slice(0, -".graphql".length);
    const [question, ...note] = commentLines(query);
    return { corpus, name, question: question ?? name, note: note.join(" "), query };
  });
}

/** The lines that begin with # at the top. */
function commentLines(query: string): string[] {
  const lines = query.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, Math.max(end, 0)).map((line) => line.replace(/^#\s*/, ""));
}
