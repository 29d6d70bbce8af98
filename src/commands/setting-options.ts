import { Option } from "commander";
import type { Command } from "commander";
import type { Flags } from "../config/read-config";
import type { Setting, SettingGroup } from "../config/setting";
import { SETTINGS } from "../config/settings";

/** Gives a command the flags of some groups of settings, each with its environment variable and default in the help. */
export function addSettingOptions(command: Command, groups: readonly SettingGroup[]): Command {
  for (const setting of SETTINGS) if (groups.includes(setting.group)) addOption(command, setting);
  return command;
}

/** What a command line set, by the name of the flag. */
export function flagsOf(command: Command): Flags {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const flags: Record<string, string> = {};
  for (const { flag } of SETTINGS.filter((each) => "flag" in each)) {
    const value = options[flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (typeof value === "string") flags[flag] = value;
  }
  return flags;
}

function addOption(command: Command, setting: Setting): void {
  if (setting.flag === undefined) return;
  const unit = setting.kind === "count" || setting.kind === "seconds" ? ` in ${setting.unit}` : "";
  const byDefault = setting.default === null ? "" : `; default ${setting.default}`;
  command.addOption(new Option(`--${setting.flag} <value>`, `${setting.help} (${setting.env}${byDefault}${unit})`));
}
