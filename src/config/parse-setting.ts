import { isIP } from "node:net";
import { BadSetting } from "../errors";
import type { Setting } from "./setting";

/**
 * The value of one setting from its text: times become milliseconds, lists are split at commas.
 * @param source how the caller gave it, for the message
 * @throws BadSetting
 */
export function parseSetting(setting: Setting, text: string, source: string): unknown {
  const trimmed = text.trim();
  switch (setting.kind) {
    case "count":
      return inRange(setting, /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : NaN, text, source);
    case "seconds":
      return 1000 * inRange(setting, /^\d{1,6}(\.\d{1,3})?$/.test(trimmed) ? Number(trimmed) : NaN, text, source);
    case "switch":
      return switchOf(trimmed, text, source);
    case "choice":
      if (setting.choices?.includes(trimmed)) return trimmed;
      throw new BadSetting(`${source} wants one of ${setting.choices?.join(", ") ?? ""}, got "${text}".`);
    case "list":
      return origins(trimmed, source);
    case "networks":
      return networks(trimmed, source);
    case "url":
      return httpAddress(trimmed, source);
    case "secret":
      return text;
    default:
      return trimmed;
  }
}

function inRange(setting: Setting, value: number, text: string, source: string): number {
  const [least, greatest] = setting.range ?? [0, Infinity];
  if (value >= least && value <= greatest) return value;
  const what = setting.kind === "seconds" ? "a number of seconds" : "a whole number";
  throw new BadSetting(`${source} wants ${what} from ${String(least)} to ${String(greatest)} (${setting.unit}), got "${text}".`);
}

function switchOf(trimmed: string, text: string, source: string): boolean {
  if (/^(on|true|yes|1)$/i.test(trimmed)) return true;
  if (/^(off|false|no|0)$/i.test(trimmed)) return false;
  throw new BadSetting(`${source} wants on or off, got "${text}".`);
}

function httpAddress(trimmed: string, source: string): string {
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new BadSetting(`${source} wants an address such as http://127.0.0.1:4318.`);
  }
  if (url.username === "" && url.password === "") return trimmed;
  throw new BadSetting(`${source} must not hold user or password: they would stand where settings are shown.`);
}

function origins(trimmed: string, source: string): string[] {
  const list = trimmed.split(",").map((each) => each.trim());
  const bad = list.find((each) => !/^https?:\/\/[^\s/*,]+$/.test(each));
  if (bad === undefined) return list;
  throw new BadSetting(`${source} wants origins such as https://example.org, separated by commas, without a path or "*"; got "${bad}".`);
}

function networks(trimmed: string, source: string): string[] {
  const list = trimmed.split(",").map((each) => each.trim());
  const bad = list.find((each) => !isNetwork(each));
  if (bad === undefined) return list;
  throw new BadSetting(`${source} wants addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas; got "${bad}".`);
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128));
}
