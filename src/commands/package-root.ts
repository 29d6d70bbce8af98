import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of package.json: what comes with Quoth is found from here, wherever it is called from. */
export const PACKAGE_ROOT = join(__dirname, "..", "..");

/** The corpora that come with Quoth. */
export const SEED_FOLDER = join(PACKAGE_ROOT, "seed");

/** The corpus that an empty embedded store is filled with. */
export const FIRST_CORPUS = join(SEED_FOLDER, "soleimani-2020");

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as { version: string };
  return version;
}
