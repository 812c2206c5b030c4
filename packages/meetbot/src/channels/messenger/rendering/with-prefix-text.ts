import type { GraphMessage } from "./graph-message.ts";
import { template } from "./rendering.ts";
import { maxButtonTextLength, maxTextLength } from "./sizes.ts";

/**
 * Joins a text and the following message, so that the customer gets one notification; `null` if Meta takes no text of
 * this length there, or none at all.
 */
export function withPrefixText(lead: string, message: GraphMessage): GraphMessage | null {
  if ("text" in message) {
    const text = inParagraphs(lead, message.text);
    return text.length <= maxTextLength ? { ...message, text } : null;
  }
  const { payload } = message.attachment;
  if (payload.template_type !== "button") return null;
  const text = inParagraphs(lead, payload.text);
  return text.length <= maxButtonTextLength
    ? { ...message, ...template({ ...payload, text }) }
    : null;
}

const inParagraphs = (...texts: string[]) => texts.join("\n\n");
