import type { Setting, SettingGroup } from "./setting";
import { SETTINGS } from "./settings";

const HEADINGS: Readonly<Record<SettingGroup, string>> = {
  database: "Neo4j",
  store: "Embedded store",
  target: "Target of `quoth copy`",
  server: "Server",
  audit: "Audit log of loads",
  time: "Time limits",
  limits: "Limits of a request",
};

/** The text of docs/settings.md. */
export function emitSettings(): string {
  const intro = [
    "# Settings",
    "",
    "<!-- Emitted from src/config/settings.ts by `npm run schema`; do not edit. -->",
    "",
    "Each setting is an environment variable; most have a flag, too, and the flag wins. An empty text counts as not set.",
    "A value that makes no sense stops the command with exit code 2 and a message that names the setting.",
  ];
  const groups = Object.entries(HEADINGS).flatMap(([group, heading]) =>
    section(
      heading,
      SETTINGS.filter((each) => each.group === group),
    ),
  );
  return [...intro, ...groups, ""].join("\n");
}

function section(heading: string, settings: readonly Setting[]): string[] {
  const rows = settings.map((each) => `| ${[`\`${each.env}\``, flagOf(each), defaultOf(each), unitOf(each), each.help].join(" | ")} |`);
  return ["", `## ${heading}`, "", "| variable | flag | default | unit | what it does |", "| --- | --- | --- | --- | --- |", ...rows];
}

function flagOf(setting: Setting): string {
  return setting.flag === undefined ? "none" : `\`--${setting.flag}\``;
}

function defaultOf(setting: Setting): string {
  return setting.default === null ? "not set" : `\`${setting.default}\``;
}

function unitOf(setting: Setting): string {
  if (setting.choices) return `${setting.unit}: ${setting.choices.join(", ")}`;
  return setting.range ? `${setting.unit}, ${String(setting.range[0])} to ${String(setting.range[1])}` : setting.unit;
}
