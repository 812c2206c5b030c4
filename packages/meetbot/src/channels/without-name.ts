import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";

/** Returns a reply without its author's name, for places that show the name beside it. */
export function withoutName(reply: VisibleReply): VisibleReply {
  if (reply.kind !== "text") return reply;
  const { person: _, ...said } = reply;
  return said;
}
