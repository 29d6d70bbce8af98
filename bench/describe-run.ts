import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import type { BenchOptions } from "./bench-options";
import { installedVersion, PEERS } from "./install-peer";

/** What a table cannot be read without: how much data, whose versions, which machine and how busy it was. */
export function describeRun({ statements, rounds, roundMs, warm, contenders }: BenchOptions, neo4j: string): string {
  const peers = [
    ["neo4j-graphql", "@neo4j/graphql"],
    ["postgraphile", "postgraphile"],
  ] as const;
  const versions = peers.filter(([name]) => contenders.some((each) => each === name)).map(([folder, name]) => versionOf(folder, name));
  const [load = 0] = loadavg();
  return [
    `${statements.toLocaleString("en")} statements`,
    `${String(rounds)} rounds of ${String(roundMs)} ms on 4 connections, after ${String(warm)} that do not count, medians`,
    neo4j,
    `Node ${process.version}`,
    ...versions,
    `${String(availableParallelism())} cores, load ${load.toFixed(1)}`,
  ].join("; ");
}

function versionOf(folder: string, name: string): string {
  return `${name} ${installedVersion(join(PEERS, folder), name) ?? "not installed"}`;
}
