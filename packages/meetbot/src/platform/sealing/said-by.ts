import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";

/** What went out, with whose words it is. */
type Said =
  | { from: "bot"; reply: OutboundReply }
  | { from: "person"; name: string; reply: OutboundReply };

/** Who said what went out: its sealed body tells. */
export function saidBy(reply: OutboundReply): Said {
  const person = reply.kind === "text" ? reply.person : undefined;
  return person ? { from: "person", name: person.name, reply } : { from: "bot", reply };
}
