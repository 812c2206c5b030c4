import { readText } from "./read-text.ts";

/** A link a customer may follow. Anything but http and https (`javascript:`, `data:`) is dropped. */
export function readUrl(value: unknown, pointer: string): string | undefined {
  const text = readText(value, pointer);
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? text : undefined;
}
