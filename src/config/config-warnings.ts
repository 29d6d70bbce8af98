import { hostOf, isLoopback } from "./read-config";
import type { Config } from "./settings";

/** What an operator should know about settings that make sense but are risky, one sentence each. */
export function configWarnings(config: Config): string[] {
  const warnings: string[] = [];
  if (config.neo4jUri !== undefined && !isLoopback(hostOf(config.neo4jUri)) && !/\+s/.test(config.neo4jUri)) {
    warnings.push(
      "NEO4J_URI goes to another machine without encryption: password and data can be read on the way. Use bolt+s:// or neo4j+s://.",
    );
  }
  if (!isLoopback(config.host)) {
    warnings.push(`QUOTH_HOST=${config.host} is open to other machines: put a proxy with TLS and a rate limit in front.`);
  }
  return warnings;
}
