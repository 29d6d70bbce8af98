import { readText, sourceFiles } from "./source-files";

/** Where the wall clock is read, and why that is no duration, or one that a jump of the clock cannot hurt. */
const WALL_CLOCK: Readonly<Record<string, string>> = {
  "cli.ts": "the time of a log line",
  "http/data/data-version.ts": "beside the steady clock, which stands still while a machine sleeps: whichever shows more is right",
  "commands/copy.ts": "when something was loaded",
  "commands/seed.ts": "when something was loaded",
  "commands/fill-empty-store.ts": "when something was loaded",
  "commands/load-audit.ts": "when a load began and ended, for people",
  "http/data/data-age.ts": "beside a time that a seeder wrote, perhaps on another machine",
  "http/watching/otlp-traces.ts": "a trace stands beside those of other programs; its parts are measured by the steady clock",
  "commands/doctor.ts": "beside a time of another process, for a message alone",
};

describe("time in src", () => {
  it("is measured by the steady clock: the wall clock is read only where it is known why", () => {
    const readers = sourceFiles("src").filter((file) => /\bDate\.now\(|\bnew Date\(\)/.test(readText(`src/${file}`)));
    expect(readers).toEqual(Object.keys(WALL_CLOCK).sort());
  });
});
