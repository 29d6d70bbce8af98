import { hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import type { Config } from "../config/settings";
import { CannotRun, QuothError } from "../errors";
import type { ChangeCounts } from "../seeding/draft/change-counts";
import type { GraphSeedSummary } from "../seeding/graph-file/seed-graph";
import type { CorpusSummary, SeedOptions } from "../seeding/run-seed";
import { AuditFile } from "./audit-file";
import { AuditedFiles } from "./audited-files";
import { say } from "./output";
import { packageVersion } from "./package-root";

/** A load that is about to begin. */
export interface AuditedLoad {
  readonly command: "seed" | "copy" | "serve";
  /** Settings of the graph that is written to, and of the log. */
  readonly config: Config;
  /** Folders, an export, or the address of the graph that is copied. */
  readonly from: readonly string[];
  /** Writes nothing, and so no line. */
  readonly dryRun?: boolean;
}

type CorpusName = Pick<CorpusSummary, "id" | "version">;
type Outcome = Readonly<Record<string, unknown>> & { readonly outcome: "done" | "nothing changed" | "refused" | "broken off" };

/** As the log of the server numbers its levels. */
const INFO = 30;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Writes the line of one load to the audit log: who, when, what, from which files, and what came of it. */
export class LoadAudit {
  private readonly files = new AuditedFiles();
  private readonly startedAt = new Date();
  private readonly file: AuditFile | null;
  private corpora: readonly CorpusName[] = [];

  /** @throws CannotRun where the audit log cannot be written: then nothing may be loaded */
  constructor(private readonly load: AuditedLoad) {
    const { dryRun, config } = load;
    this.file = dryRun === true || config.auditLog === undefined ? null : AuditFile.open(config.auditLog);
  }

  /** What a load has to tell, among its options. */
  get watch(): Pick<SeedOptions, "onFile" | "onCorpora"> {
    return { onFile: this.files.add, onCorpora: (corpora) => (this.corpora = corpora) };
  }

  /**
   * Runs the load, from opening the engine to closing it, and writes its line, also where it throws or a signal ends it.
   * @throws what the load throws; CannotRun where the line cannot be written
   */
  async run<Summary extends GraphSeedSummary>(work: () => Promise<Summary>): Promise<Summary> {
    const forget = this.whenSignalled();
    try {
      const summary = await work();
      this.write(outcomeOf(summary));
      return summary;
    } catch (error) {
      if (!(error instanceof LineNotWritten)) this.write(brokenOff(codeOf(error)));
      throw error;
    } finally {
      forget();
      this.file?.close();
    }
  }

  private write(outcome: Outcome): void {
    if (!this.isWanted()) return;
    const line = JSON.stringify(this.lineOf(outcome));
    if (this.file === null) return say(line);
    try {
      this.file.append(line);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const message = `QUOTH_AUDIT_LOG: the load has ended, but its line could not be written (${code ?? "unknown"}). Add it by hand:\n${line}`;
      // The error that ended a load matters more.
      if (outcome.outcome === "broken off") say(message);
      else throw new LineNotWritten(message, { cause: error });
    }
  }

  /** What people read on a terminal stays as it is, unless they ask for the log. */
  private isWanted(): boolean {
    const { dryRun, config } = this.load;
    return dryRun !== true && (this.file !== null || config.log === "info" || config.log === "debug");
  }

  private lineOf(outcome: Outcome): object {
    const { command, config, from } = this.load;
    const account = accountName();
    const now = new Date();
    return {
      level: INFO,
      time: now.getTime(),
      pid: process.pid,
      hostname: hostname(),
      msg: "load",
      command,
      actor: config.actor ?? account,
      account,
      startedAt: this.startedAt.toISOString(),
      endedAt: now.toISOString(),
      quoth: packageVersion(),
      ...placeOf(config),
      from,
      corpora: this.corpora,
      files: this.files.read(),
      ...outcome,
    };
  }

  /** Ends the process as the signal would have, after the line. @returns what takes the listeners away */
  private whenSignalled(): () => void {
    const end = (signal: NodeJS.Signals): void => {
      this.write(brokenOff(signal));
      forget();
      process.kill(process.pid, signal);
    };
    const forget = (): void => SIGNALS.forEach((signal) => process.removeListener(signal, end));
    SIGNALS.forEach((signal) => process.on(signal, end));
    return forget;
  }
}

/** Told apart, so that a load that is done is not written down as broken off. */
class LineNotWritten extends CannotRun {}

function outcomeOf({ faults, corpora, changed, hashes, dataVersion }: GraphSeedSummary): Outcome {
  if (faults.length > 0) return { outcome: "refused", faults: faults.length };
  const differing = hashes?.differing ?? [];
  return {
    outcome: changed ? "done" : "nothing changed",
    dataVersion,
    corpora: corpora.map(({ id, version, relations, ...counts }) => ({
      id,
      version,
      records: changesOf(counts),
      relations: changesOf(relations),
    })),
    ...(differing.length > 0 && { differing }),
  };
}

function changesOf({ created, updated, retracted }: Readonly<ChangeCounts>): object {
  return { added: created, changed: updated, retracted };
}

function brokenOff(code: string): Outcome {
  return { outcome: "broken off", code };
}

function codeOf(error: unknown): string {
  return error instanceof QuothError ? error.code : "INTERNAL_SERVER_ERROR";
}

/** In a container an account may have a number only. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${String(process.getuid?.() ?? "unknown")}`;
  }
}

/** Neither holds user or password: settings that do are refused. */
function placeOf({ neo4jUri, neo4jDatabase, dataDir }: Config): object {
  if (neo4jUri === undefined) return { engine: "embedded", address: resolve(dataDir) };
  return { engine: "neo4j", address: neo4jUri, ...(neo4jDatabase !== undefined && { database: neo4jDatabase }) };
}
