import { isWebUrl } from "./is-web-url.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a link that a customer may follow. Drops URLs other than http and https (`javascript:`, `data:`) and those with
 * a user name before the host. Throws a `ProtocolError` if the value is not a string.
 */
export function readUrl(value: unknown, pointer: string): string | undefined {
  const text = readText(value, pointer);
  return isWebUrl(text) ? text : undefined;
}
