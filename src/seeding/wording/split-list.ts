/**
 * The parts of a text between signs, without blanks around them; empty parts are left out. What stands in brackets stays
 * together: "KATV (Little Rock, Ark.), Twitter" has two parts. A bracket that is never closed is a letter like others.
 */
export function splitList(text: string, sign: string): string[] {
  const parts: string[] = [];
  let held = "";
  for (const part of text.split(sign)) {
    held = held === "" ? part : held + sign + part;
    if (depth(held) > 0) continue;
    parts.push(held);
    held = "";
  }
  if (held !== "") parts.push(...held.split(sign));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function depth(text: string): number {
  return text.split("(").length - text.split(")").length;
}
