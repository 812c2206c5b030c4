import type { VisibleReply } from "../../model/conversation/reply.ts";

/** The page draws the cards itself: it gets the reply with the wire's own field names. */
export function render(reply: VisibleReply): VisibleReply {
  return reply;
}
