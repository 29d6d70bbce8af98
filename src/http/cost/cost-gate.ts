import type { IncomingMessage } from "node:http";
import proxyAddress from "@fastify/proxy-addr";
import { LimitExceeded } from "../../errors";
import { addressKey } from "./address-key";
import { CostBudget } from "./cost-budget";
import type { Budget } from "./cost-budget";

export interface CostGateOptions {
  readonly pointsPerMinute: number;
  /** Addresses and networks of proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
}

/** Holds each address to its points a minute; this machine itself to none. */
export class CostGate {
  private readonly budget: CostBudget;
  private readonly addressOf: (request: IncomingMessage) => string;

  constructor({ pointsPerMinute, trustedProxies }: CostGateOptions) {
    this.budget = new CostBudget(pointsPerMinute);
    // Without a proxy, the header is anybody's to write.
    const trusts = trustedProxies.length > 0 ? proxyAddress.compile([...trustedProxies]) : null;
    this.addressOf = trusts ? (request) => proxyAddress(request, trusts) : ({ socket }) => socket.remoteAddress ?? "";
  }

  /** @returns null where nothing is held to anything */
  take(request: IncomingMessage, points: number): Budget | null {
    const key = addressKey(this.addressOf(request));
    return key === null ? null : this.budget.take(key, points);
  }
}

/** The refusal of a question that costs more than is left; its details name what the minute would have come to. */
export function rateLimited({ limit, left, waitSeconds }: Budget, points: number): LimitExceeded {
  const actual = limit - left + points;
  const message = `Your address has asked for too much: ${String(actual)} points within a minute, at most ${String(limit)} (QUOTH_COST_PER_MINUTE). Ask again in ${String(waitSeconds)} s, or for less at once.`;
  return new LimitExceeded("RATE_LIMITED", message, { limit, actual, setting: "QUOTH_COST_PER_MINUTE" });
}
