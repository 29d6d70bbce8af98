import { MAX_URL_BYTES } from "../../model/property-types";
import type { FaultName } from "./fault-codes";
import { figure } from "./figure";

/** What is wrong with a text as the address of `property`; null where nothing is. */
export function faultInUrl(text: string, property: string): { readonly name: FaultName; readonly message: string } | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_URL_BYTES) {
    const limit = `at most ${figure(MAX_URL_BYTES)}`;
    return { name: "TOO_LONG", message: `"${property}" has ${figure(bytes)} bytes, ${limit}; take out what the address works without` };
  }
  if (/^https?:\/\/[^\s]+$/iu.test(text) && URL.canParse(text)) return null;
  const shown = [...text].slice(0, 80).join("");
  return { name: "URL", message: `"${property}" must begin with https:// or http:// and be an address, got "${shown}"` };
}
