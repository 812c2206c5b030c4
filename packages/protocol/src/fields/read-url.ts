import { isWebUrl } from "./is-web-url.ts";
import { readText } from "./read-text.ts";

/**
 * A link a customer may follow. Anything but http and https (`javascript:`, `data:`), and a name before
 * the host, is dropped. Throws a `ProtocolError` where it is no string.
 */
export function readUrl(value: unknown, pointer: string): string | undefined {
  const text = readText(value, pointer);
  return isWebUrl(text) ? text : undefined;
}
