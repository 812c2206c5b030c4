import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";

/** A sent reply and its author. */
type Said =
  | { from: "bot"; reply: OutboundReply }
  | { from: "person"; name: string; reply: OutboundReply };

/** Returns a sent reply with its author, which its sealed body contains. */
export function saidBy(reply: OutboundReply): Said {
  const person = reply.kind === "text" ? reply.person : undefined;
  return person ? { from: "person", name: person.name, reply } : { from: "bot", reply };
}
