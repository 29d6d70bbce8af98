import { Command, Option } from "commander";
import { didYouMean } from "../seeding/faults/nearest-name";
import { addSettingOptions, flagsOf } from "./setting-options";
import { packageVersion, PACKAGE_ROOT } from "./package-root";

const EXAMPLES = `
Examples:
  quoth                                       start the server; the first time with a first corpus
  quoth check my-corpus                       is the corpus valid?
  quoth preview my-tables                     what would the rows of its tables become?
  quoth seed my-corpus                        load it
  quoth seed my-corpus --text article=a.txt   load it, checking its spans against the text
  quoth export --out graph.jsonl.gz           all that is in the graph; quoth seed graph.jsonl.gz brings it back
  quoth copy --to bolt://127.0.0.1:7687       the same graph in a Neo4j (password in QUOTH_TO_PASSWORD)
  quoth explain question.graphql              what does this question cost, and where does it begin?
  NEO4J_URI=bolt://127.0.0.1:7687 quoth       use a Neo4j instead of the embedded store

Exit codes: 0 done, 1 the data is bad or wants doing, 2 could not run. Settings: docs/settings.md`;

/** A command's end: its exit code. */
export type Finish = (exitCode: number) => void;

/** For an option that may be repeated. */
const collect = (value: string, values: readonly string[]): readonly string[] => [...values, value];

/**
 * The command line of Quoth. Each command loads its own code when it runs, so that `quoth check` does not wait for a
 * server.
 */
export function buildProgram(finish: Finish): Command {
  const program = new Command("quoth");
  program.description("Ask who said what, about whom, when, where, and according to which source.");
  program.version(packageVersion(), "-V, --version", "show the version");
  program.addHelpText("after", EXAMPLES);
  program.exitOverride();
  program.showHelpAfterError("Add --help to see what is possible.");
  addServe(program, finish);
  addSeed(program, finish);
  addCheck(program, finish);
  addPreview(program, finish);
  addReconcile(program, finish);
  addExport(program, finish);
  addCopy(program, finish);
  addExplain(program, finish);
  addInfo(program, finish);
  addDoctor(program, finish);
  addSchema(program, finish);
  return program;
}

function addServe(program: Command, finish: Finish): void {
  const command = program.command("serve", { isDefault: true }).description("answer questions over HTTP (the default command)");
  // A misspelt command comes here as an argument: the default command would name its count only.
  command.argument("[nothing]").usage("[options]").allowExcessArguments();
  addSettingOptions(command, ["database", "store", "server", "audit", "time", "limits"]).action(async (word?: string) => {
    if (word !== undefined) refuseUnknownCommand(program, word);
    const { serve } = await import("./serve.js");
    finish(await serve(flagsOf(command)));
  });
}

function refuseUnknownCommand(program: Command, word: string): never {
  const known = program.commands.map((each) => each.name());
  program.error(`error: unknown command '${word}'${didYouMean(word, known) || `; the commands are ${known.join(", ")}`}`);
}

function addSeed(program: Command, finish: Finish): void {
  const command = program.command("seed").description("validate corpora and load what differs from the graph");
  command
    .argument("<corpus...>", "folder with corpus.yaml, or a file of `quoth export`")
    .option("--dry-run", "say what would change, write nothing")
    .option("--repair", "compare every value with what is stored, and mend what was changed by hand");
  addSkipBad(addTableOptions(addCorpusOptions(command)));
  addSettingOptions(command, ["database", "store", "audit", "time"]).action(async (folders: string[]) => {
    const { seed } = await import("./seed.js");
    finish(await seed(folders, command.opts(), flagsOf(command)));
  });
}

function addCheck(program: Command, finish: Finish): void {
  const command = program.command("check").description("read and validate corpora; touches no graph");
  command.argument("<corpus...>", "folder with corpus.yaml, or a file of `quoth export`");
  addSkipBad(addTableOptions(addCorpusOptions(command))).action(async (folders: string[]) => {
    const { check } = await import("./check.js");
    finish(await check(folders, command.opts()));
  });
}

function addCorpusOptions(command: Command): Command {
  return command
    .option("--text <document=file>", "text of a document, to check its spans against; may be repeated", collect, [])
    .option("--json", "one JSON object on stdout; talk goes to stderr");
}

function addPreview(program: Command, finish: Finish): void {
  const command = program.command("preview").description("the first statements of a corpus in words, and what its tables hold");
  command.argument("<corpus...>", "folder with corpus.yaml and mapping.yaml").option("--rows <number>", "statements to show", "10");
  addTableOptions(command).option("--json", "as one JSON object");
  command.action(async (folders: string[]) => {
    const { preview } = await import("./preview.js");
    finish(await preview(folders, command.opts()));
  });
}

function addReconcile(program: Command, finish: Finish): void {
  const command = program.command("reconcile").description("propose who is who: a file of decisions to edit; decides nothing");
  command.argument("<corpus>", "folder with corpus.yaml and mapping.yaml").option("--out <file>", "write it there; on stdout unless given");
  addSettingOptions(addTableOptions(command), ["database", "store"]).action(async (folder: string) => {
    const { reconcile } = await import("./reconcile.js");
    finish(await reconcile(folder, command.opts(), flagsOf(command)));
  });
}

function addExport(program: Command, finish: Finish): void {
  const command = program.command("export").description("write the graph to a file from which `quoth seed` makes the same one");
  command
    .option("--format <name>", "the one format is jsonl", "jsonl")
    .option("--out <file.jsonl[.gz]>", "write it there; on stdout unless given");
  addSettingOptions(addDatasets(command), ["database", "store", "time"]).action(async () => {
    const { exportGraph } = await import("./export.js");
    finish(await exportGraph(command.opts(), flagsOf(command)));
  });
}

function addCopy(program: Command, finish: Finish): void {
  const command = program.command("copy").description("bring the graph that the settings name into another engine");
  command.requiredOption("--to <address>", "a Neo4j (bolt://host:7687), or the folder of an embedded store");
  addDatasets(command).option("--json", "one JSON object on stdout; talk goes to stderr");
  addSettingOptions(command, ["database", "store", "target", "audit", "time"]).action(async () => {
    const { copy } = await import("./copy.js");
    finish(await copy(command.opts(), flagsOf(command)));
  });
}

function addDatasets(command: Command): Command {
  return command.option("--dataset <id>", "only this one; may be repeated", collect, []);
}

function addTableOptions(command: Command): Command {
  return command
    .option(
      "--data <folder>",
      "where the tables lie, if not in the corpus folder; <corpus folder>=<folder> for one of several",
      collect,
      [],
    )
    .option("--limit <rows>", "read only the first rows of each table");
}

function addSkipBad(command: Command): Command {
  return command.option("--skip-bad <folder>", "leave rows out that cannot be loaded, and write them there with the reason");
}

function addExplain(program: Command, finish: Finish): void {
  const command = program.command("explain").description("what a question costs, and where it begins in the graph; asks no database");
  command
    .argument("<question>", "file with a GraphQL query; - reads stdin")
    .option("--variables <json>", "values of its variables, as a JSON object or as @file")
    .option("--operation <name>", "the operation that is meant, where there are several")
    .addOption(new Option("--engine <name>", "neo4j where NEO4J_URI is set, else embedded").choices(["neo4j", "embedded"]))
    .option("--cypher", "show the statements and their parameters, too; --json always has them")
    .option("--json", "as one JSON object");
  addSettingOptions(command, ["limits"]).action(async (file: string) => {
    const { explain } = await import("./explain.js");
    finish(await explain(file, command.opts(), flagsOf(command)));
  });
}

function addInfo(program: Command, finish: Finish): void {
  const command = program.command("info").description("what is in the graph").option("--json", "as one JSON object");
  addSettingOptions(command, ["database", "store"]).action(async () => {
    const { info } = await import("./info.js");
    finish(await info(flagsOf(command), command.opts<{ json?: boolean }>().json ?? false));
  });
}

function addDoctor(program: Command, finish: Finish): void {
  const command = program
    .command("doctor")
    .description("settings, connection, constraints, and what to do")
    .option("--json", "as one JSON object");
  addSettingOptions(command, ["database", "store", "server", "audit", "time", "limits"]).action(async () => {
    const { doctor } = await import("./doctor.js");
    finish(await doctor(flagsOf(command), command.opts<{ json?: boolean }>().json ?? false));
  });
}

function addSchema(program: Command, finish: Finish): void {
  const command = program.command("schema").description("write the files that are made from code: schema/ and parts of docs/");
  command.argument("[folder]", "root of the repository", PACKAGE_ROOT).action(async (folder: string) => {
    const { writeEmittedFiles } = await import("./write-emitted-files.js");
    finish(writeEmittedFiles(folder));
  });
}
