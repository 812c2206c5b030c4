import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";

/** Returns the text of a reply that has nothing else: it may be sent in one message with what follows. */
export function prefixTextOf(reply: VisibleReply): string | null {
  if (reply.kind !== "text" || reply.ask || reply.choices?.length) return null;
  // Words of the shop or a person are marked as such, and the mark must not cover the words after them.
  if (reply.link || reply.links?.length || reply.ofShop || reply.person) return null;
  return reply.text;
}
