import type { VisibleReply } from "../model/conversation/reply.ts";

/** The words of a reply that has nothing else: they may go out in one message with what is said next. */
export function prefixTextOf(reply: VisibleReply): string | null {
  if (reply.kind !== "text" || reply.ask || reply.link || reply.choices?.length) return null;
  return reply.text;
}
