import { isIPv6 } from "node:net";

const LOOPBACK = /^(127\.|::1$)/;

/**
 * What stands for the owner of an address: of IPv6 the first 64 bits, since whoever has one address has all of those.
 * @returns null for this machine itself
 */
export function addressKey(address: string): string | null {
  const plain = address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
  if (LOOPBACK.test(plain)) return null;
  return isIPv6(plain) ? `${firstGroups(plain)}::/64` : plain;
}

/** The first four of the eight groups, each without leading zeros. */
function firstGroups(address: string): string {
  const [head = "", tail] = (address.split("%", 1)[0] ?? "").toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
  const groups = tail === undefined ? front : [...front, ...gap, ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
