import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";

/** A reply where its writer's name stands beside it. */
export function withoutName(reply: VisibleReply): VisibleReply {
  if (reply.kind !== "text") return reply;
  const { person: _, ...said } = reply;
  return said;
}
