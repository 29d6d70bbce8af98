/** A pattern over paths as a regular expression: `*` and `?` within a name, `**` over folders, `{a,b}` for either. */
export function globToRegExp(glob: string): RegExp {
  let source = "";
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const sign = glob.charAt(at);
    if (glob.startsWith("**/", at)) [source, at] = [`${source}(?:[^/]+/)*`, at + 2];
    else if (glob.startsWith("**", at)) [source, at] = [`${source}.*`, at + 1];
    else if (sign === "*") source += "[^/]*";
    else if (sign === "?") source += "[^/]";
    else if (sign === "{" && glob.includes("}", at)) [source, depth] = [`${source}(?:`, depth + 1];
    else if (sign === "}" && depth > 0) [source, depth] = [`${source})`, depth - 1];
    else if (sign === "," && depth > 0) source += "|";
    else source += sign.replace(/[.+^$()|[\]\\{}]/, "\\$&");
  }
  return new RegExp(`^${source}$`, "u");
}

/** The folders in front of a pattern's first wildcard, and how many levels below it has at most. */
export function fixedPart(glob: string): { folder: string; levels: number } {
  const parts = glob.split("/");
  const first = parts.findIndex((part) => /[*?{]/.test(part));
  const fixed = first < 0 ? parts.length - 1 : first;
  const rest = parts.slice(fixed);
  const isDeep = rest.some((part) => part.includes("**")) || rest.join("/").includes("{");
  return { folder: parts.slice(0, fixed).join("/") || (glob.startsWith("/") ? "/" : ""), levels: isDeep ? Infinity : rest.length };
}

/** Names of a path's parts: `<session>` takes what stands there, `<*>` takes it without keeping it. */
export function pathCells(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.split(/(<[^<>]+>)/).map((part) => {
    if (!/^<.+>$/.test(part)) return part.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&");
    if (part === "<*>") return "[^/]*?";
    names.push(part.slice(1, -1).trim());
    return "([^/]*?)";
  });
  const found = new RegExp(`^${source.join("")}$`, "u").exec(path);
  return found === null ? undefined : Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]));
}
