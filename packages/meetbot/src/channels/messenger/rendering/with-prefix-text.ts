import type { GraphMessage } from "./graph-message.ts";
import { template } from "./rendering.ts";
import { maxButtonTextLength, maxTextLength } from "./sizes.ts";

/**
 * A text and the message that comes behind it as one, which calls the customer once; `null`: Meta does not
 * take so long a text there, or none at all.
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
