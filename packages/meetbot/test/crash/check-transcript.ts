import assert from "node:assert/strict";
import type { WireMessage, WireReply } from "../fixtures/conversation.ts";
import { asMostly, type Said } from "./customer.ts";

/** What a reply says: its text, or the numbers of its orders. */
export function contentOf({ text, orders }: WireReply): string[] {
  return orders ? orders.map((order) => order.order_number ?? "") : [asMostly(text ?? "")];
}

/** Each message once and in order, each answered once and in order, and no number missing. */
export function checkTranscript(messages: WireMessage[], said: Said[]): void {
  // Number 1 is the opening of the chat, which no one sees.
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    messages.map((_, index) => index + 2),
  );
  assert.deepEqual(
    messages.flatMap((message) => (message.from === "customer" ? [message.id] : [])),
    said.map(({ id }) => id),
  );
  const replies = messages.flatMap((message) =>
    message.from === "bot" ? contentOf(message.reply) : [],
  );
  // The first is the welcome.
  assert.deepEqual(
    replies.slice(1),
    said.flatMap(({ answer }) => answer),
  );
}
