import assert from "node:assert/strict";
import { test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { GraphMessage } from "../../../channels/messenger/rendering/graph-message.ts";
import { createMessengerLook, joinLooks } from "./messenger-look.ts";

const text = (words: string): VisibleReply => ({ kind: "text", locale: "en", text: words });
const elements = [{ title: "Lamp", quantity: 1, price: 25 }];
const order: VisibleReply = {
  kind: "orders",
  locale: "en",
  orders: [{ order_number: "12345678902", status: "paid", currency: "USD", elements }],
};
const masked: VisibleReply = {
  kind: "orders",
  locale: "en",
  orders: [{ order_number: "····8902", status: "paid" }],
};

/** Returns the messages shown for each reply, without an order's lines below the first, and the notes. */
function looksOf(replies: (VisibleReply | null)[]) {
  const draw = createMessengerLook("UTC");
  const looks = joinLooks(
    replies.map((reply) => reply && { reply, look: draw(reply, new Date(0)) }),
  );
  return looks.map((look) => look && [look.messages.map(firstLines), look.notes]);
}

const firstLines = (message: GraphMessage) =>
  "text" in message ? message.text.split("\n  ")[0] : "card";

test("words that go out in one message with the order are shown there, and it is noted", () => {
  assert.deepEqual(looksOf([text("Not sent yet."), text("Here it is:"), order]), [
    [[], ["said_with_next"]],
    [[], ["said_with_next"]],
    [["Not sent yet.\n\nHere it is:\n\nOrder 12345678902 · paid"], []],
  ]);
});

test("words before cards are shown by themselves, and so are those before what a customer said", () => {
  assert.deepEqual(looksOf([text("Found:"), masked, text("Which email?"), null, order]), [
    [["Found:"], []],
    [["card"], []],
    [["Which email?"], []],
    null,
    [["Order 12345678902 · paid"], []],
  ]);
});

test("days are told as on the day on which it was said", () => {
  const packages = [{ package_status: "In transit", exp_delivery: "2026-11-20" }];
  const reply = { kind: "packages", locale: "en", packages } as const;
  const onDay = (day: string) =>
    JSON.stringify(createMessengerLook("UTC")(reply, new Date(`${day}T12:00:00Z`)));
  assert.match(onDay("2026-11-20"), /· Expected Nov 20, 2026/);
  assert.match(onDay("2026-11-21"), /· Was expected Nov 20, 2026/);
});
