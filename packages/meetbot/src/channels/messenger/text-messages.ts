import { splitText } from "./cut-text.ts";
import { maxTextLength } from "./limits.ts";
import type { Rendered } from "./rendering.ts";

/** A text in as many messages as it needs. */
export function textMessages(text: string): Rendered {
  const messages = splitText(text, maxTextLength).map((part) => ({ text: part }));
  return { messages, notes: messages.length > 1 ? ["text_split"] : [] };
}
