import assert from "node:assert/strict";
import { test } from "node:test";
import { conversationKeptUntil, deliveryKeptUntil } from "./kept-until.ts";

const started = new Date("2026-12-01T08:00:00Z");
const active = new Date("2026-12-03T08:00:00Z");
const keeping = (keepConversationsDays: number, keepDeliveriesDays: number | null) => ({
  keepConversationsDays,
  keepDeliveriesDays,
  keepFailedMessagesDays: null,
});

test("a conversation is kept from the customer's last message on", () => {
  assert.equal(conversationKeptUntil(keeping(30, 1), active), "2027-01-02T08:00:00.000Z");
});

test("a delivery is kept for its own days, or as long as its conversation, whichever ends first", () => {
  const until = (bot: ReturnType<typeof keeping>) => deliveryKeptUntil(bot, started, active);
  assert.equal(until(keeping(7, null)), "2026-12-10T08:00:00.000Z");
  assert.equal(until(keeping(7, 3)), "2026-12-04T08:00:00.000Z");
  assert.equal(deliveryKeptUntil(keeping(7, 7), active, started), "2026-12-08T08:00:00.000Z");
});
