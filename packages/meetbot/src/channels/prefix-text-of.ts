import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";

/** Returns the text of a reply that has nothing else: it may be sent in one message with what follows. */
export function prefixTextOf(reply: VisibleReply): string | null {
  if (reply.kind !== "text" || reply.ask || reply.choices?.length) return null;
  // What the shop or a person wrote is marked as that, which the words behind it are not.
  if (reply.link || reply.links?.length || reply.ofShop || reply.person) return null;
  return reply.text;
}
