import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bodyOf,
  customer,
  groupMessageOf,
  membershipOf,
  messageOf,
  tapOf,
} from "../telegram.fixture.ts";
import { readUpdate } from "./read-update.ts";
import { toFacts } from "./to-facts.ts";

const factsOf = (update: object) => toFacts(readUpdate(bodyOf(update)) ?? assert.fail());
const here = { customer: String(customer) };
const group = { chat: { id: -225456171, type: "group" } };

test("what a customer says and taps are events of their chat", () => {
  const { facts, leave } = factsOf({ message: messageOf({ text: "hi" }) });
  const event = { dedupeKey: "update:910000001", content: { kind: "text", text: "hi" } };
  assert.deepEqual(facts, [{ ...here, kind: "event", atMs: 1_790_000_000_000, event, tap: null }]);
  assert.equal(leave, null);
  const [tapped] = factsOf({ callback_query: tapOf({ data: "token" }) }).facts;
  assert.deepEqual(tapped?.kind === "event" && tapped.tap, {
    queryId: "23028512345678901",
  });
});

test("a customer blocks the bot and lets it in again", () => {
  const kinds = (status: string) =>
    factsOf({ my_chat_member: membershipOf(status) }).facts.map(({ kind }) => kind);
  assert.deepEqual(kinds("kicked"), ["blocked"]);
  assert.deepEqual(kinds("member"), ["unblocked"]);
});

test("a group that the bot is in is left, and nobody in it is heard", () => {
  const left = [
    { message: groupMessageOf({ text: "hi" }) },
    { message: groupMessageOf({ new_chat_members: [] }) },
    { channel_post: groupMessageOf({ text: "hi" }) },
    { my_chat_member: membershipOf("member", group) },
    { my_chat_member: membershipOf("administrator", group) },
  ];
  for (const update of left) {
    const { facts, leave } = factsOf(update);
    assert.deepEqual(facts, []);
    assert.match(leave ?? "", /^-\d+$/);
  }
  const stays = [
    { my_chat_member: membershipOf("kicked", group) },
    { my_chat_member: membershipOf("left", group) },
    { guest_message: groupMessageOf({ text: "hi" }) },
    { business_message: groupMessageOf({ text: "hi" }) },
    { callback_query: tapOf({ data: "x", message: groupMessageOf({}) }) },
  ];
  for (const update of stays) assert.deepEqual(factsOf(update), { facts: [], leave: null });
});
