import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { readerOf, say } from "@meetbot/presentation";
import type { RenderContext } from "../../channel.ts";
import { orderMessages } from "./order-messages.ts";
import { packageMessages } from "./package-messages.ts";
import { quickRepliesOf } from "./quick-replies.ts";
import type { Rendered } from "./rendering.ts";
import { textReplyMessages } from "./text-messages.ts";

export interface MessengerContext extends RenderContext {
  /**
   * Whether an order may be shown as a receipt; true by default. Meta requires a unique order number, so pass `false`
   * if this order number was already sent in this conversation, or Meta refused it.
   */
  receipts?: boolean;
}

/**
 * Renders a reply as messages of the Send API, within all of Meta's limits. Its choices appear below the last message.
 */
export function render(reply: VisibleReply, context: MessengerContext): Rendered {
  const body = bodyOf(reply, context);
  const { quickReplies, notes } = quickRepliesOf(reply);
  if (quickReplies.length === 0) return body;
  // Choices need a message to carry them.
  const carrier = { text: say(reply.locale, "menu") };
  const last = body.messages.at(-1) ?? carrier;
  return {
    messages: [...body.messages.slice(0, -1), { ...last, quick_replies: quickReplies }],
    notes: [...new Set([...body.notes, ...notes])],
  };
}

function bodyOf(reply: VisibleReply, { receipts = true, ...where }: MessengerContext): Rendered {
  const reader = readerOf(reply.locale, where);
  switch (reply.kind) {
    case "text":
      return textReplyMessages(reply, reader);
    case "orders":
      return orderMessages(reply.orders, reader, { receipts });
    case "packages":
      return packageMessages(reply.packages, reader);
  }
}
