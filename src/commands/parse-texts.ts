import { CannotRun } from "../errors";

/**
 * `--text <document>=<file>`, as often as given, by document.
 * @throws CannotRun
 */
export function parseTexts(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((each) => {
      const [, document, file] = /^([^=]+)=(.+)$/s.exec(each) ?? [];
      if (document === undefined || file === undefined) throw new CannotRun(`--text wants <document>=<file>, got "${each}".`);
      return [document, file];
    }),
  );
}
