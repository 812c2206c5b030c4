import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { DeskEvent } from "../form/bridge.ts";
import { chatwoot } from "../kinds/chatwoot.ts";
import {
  createDeskState,
  type DeskConversation,
  type DeskMessage,
  deskKeys,
  signDelivery,
} from "./desk-state.fixture.ts";
import { ada, deskWebhooks } from "./desk-webhooks.fixture.ts";

const secrets = { url: "https://desk.example", ...deskKeys };
const place = { url: "https://desk.example", account: "3", conversation: "12" };
const nowMs = Date.parse("2026-11-29T10:00:00Z");
const timestamp = String(nowMs / 1_000);

/** A call as the desk makes it, but for what is given. */
function hear(body: string, over: Record<string, string | null> = {}) {
  const headers = new Headers({
    "x-chatwoot-delivery": randomUUID(),
    "x-chatwoot-timestamp": timestamp,
    "x-chatwoot-signature": signDelivery(body, deskKeys.secret, timestamp),
  });
  for (const [name, value] of Object.entries(over)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return chatwoot.hear!({ headers, body: Buffer.from(body) }, secrets, nowMs);
}

/** What the desk tells when a message comes to be in conversation 12. */
async function told(over: Partial<DeskMessage> = {}, status: DeskConversation["status"] = "open") {
  const { state, conversation } = deskWith(status);
  const webhooks = deskWebhooks(state);
  await webhooks.write(conversation.id, "It is on its way.", over);
  return webhooks.sent[0]!.body;
}

function deskWith(status: DeskConversation["status"]) {
  const state = createDeskState();
  const contact = { id: 4, identifier: "meetbot-5a", email: null, name: "Somebody" };
  const conversation: DeskConversation = {
    ...{ id: 12, contact, sourceId: "meetbot-5a", status, custom_attributes: {}, messages: [] },
  };
  state.conversations.set(12, conversation);
  return { state, conversation };
}

const said: DeskEvent = {
  ...{ kind: "said", place, id: "message:1001", name: "Ada", text: "It is on its way." },
};
const isIgnored = (heard: ReturnType<typeof hear>) =>
  Array.isArray(heard) && heard.every(({ kind }) => kind === "ignored");

test("what a person of the desk's writes is heard with her public name, in the conversation that it is of", async () => {
  assert.deepEqual(hear(await told()), [said]);
  const sender = { ...ada, available_name: "" } as typeof ada;
  assert.deepEqual(hear(await told({ sender })), [{ ...said, name: "Ada Maria Byron" }]);
  const broken = await told({ content: "One\\\ntwo\n" });
  assert.deepEqual(hear(broken), [{ ...said, text: "One\ntwo" }]);
});

test("notes, echoes, customers, bots, automations, templates and what was deleted reach no customer", async () => {
  for (const over of [
    { private: true },
    { source_id: "meetbot:customer:1" },
    { message_type: 0 },
    { message_type: 2 },
    { message_type: 3 },
    { sender: null },
    { sender: { type: "agent_bot", id: 3, name: "Captain" } },
    { content_attributes: { automation_rule_id: 5 } },
    { content_attributes: { deleted: true } },
    { content: "   " },
    { content: null },
  ] satisfies Partial<DeskMessage>[]) {
    assert(isIgnored(hear(await told(over))), JSON.stringify(over));
  }
  // What does not say whether it is private may be.
  const { private: _, ...unsaid } = JSON.parse(await told());
  assert(isIgnored(hear(JSON.stringify(unsaid))));
  const another = { ...JSON.parse(await told()), account: { id: 4 } };
  assert(isIgnored(hear(JSON.stringify(another))));
  for (const event of ["message_updated", "conversation_updated", "webwidget_triggered"]) {
    assert(isIgnored(hear(JSON.stringify({ ...JSON.parse(await told()), event }))));
  }
});

test("a file is left out and its words are said; what was resolved meanwhile is closed behind the words", async () => {
  const attachments = [{ id: 1, file_type: "image", data_url: "https://desk.example/rails/1.png" }];
  const file: DeskEvent = { kind: "file", place, id: "file:1001" };
  assert.deepEqual(hear(await told({ attachments })), [said, file]);
  assert.deepEqual(hear(await told({ attachments, content: null })), [file]);
  const closed: DeskEvent = { kind: "closed", place, id: "resolved:1001" };
  assert.deepEqual(hear(await told({}, "resolved")), [said, closed]);
});

test("a resolved conversation is closed, once for each time it is told, and no other status is", async () => {
  const { state, conversation } = deskWith("open");
  const { tell, sent } = deskWebhooks(state);
  for (const status of ["pending", "snoozed", "open", "resolved"] as const) {
    await tell.status(conversation, status);
  }
  const heard = sent.map(({ body }) => hear(body));
  assert.deepEqual(heard.map(isIgnored), [true, true, true, false]);
  const last = heard[3];
  assert(Array.isArray(last) && last[0]?.kind === "closed");
  assert.deepEqual(last[0].place, place);
  assert.deepEqual(hear(sent[3]!.body), last, "told again it has the same id");
});

test("nothing is heard that is not signed with this inbox's secret in the last five minutes", async () => {
  const body = await told();
  const at = (seconds: number) => ({
    "x-chatwoot-timestamp": String(seconds),
    "x-chatwoot-signature": signDelivery(body, deskKeys.secret, String(seconds)),
  });
  const s = nowMs / 1_000;
  for (const [over, fault] of [
    [{ "x-chatwoot-signature": null }, "unsigned"],
    [{ "x-chatwoot-timestamp": null }, "unsigned"],
    [{ "x-chatwoot-signature": "" }, "bad_signature"],
    [{ "x-chatwoot-signature": signDelivery(body, deskKeys.identity, timestamp) }, "bad_signature"],
    [{ "x-chatwoot-timestamp": String(s - 1) }, "bad_signature"],
    [at(s - 301), "stale"],
    [at(s + 301), "stale"],
    [at(Number.NaN), "stale"],
  ] as const) {
    assert.deepEqual(hear(body, over), { fault }, JSON.stringify(over));
  }
  assert.deepEqual(hear(body, at(s - 299)), [said]);
  // The id of a delivery is not signed: it says nothing.
  assert.deepEqual(hear(body, { "x-chatwoot-delivery": null }), [said]);
});

test("what is signed and makes no sense is unreadable, and throws nothing", async () => {
  const whole = JSON.parse(await told());
  for (const body of [
    "",
    "null",
    "[]",
    '"message_created"',
    "{",
    JSON.stringify({ event: 5 }),
    JSON.stringify({ event: "message_created" }),
    JSON.stringify({ ...whole, id: "1001" }),
    JSON.stringify({ ...whole, conversation: { id: -1 } }),
    JSON.stringify({ ...whole, conversation: { id: 1e300 } }),
    JSON.stringify({ event: "conversation_status_changed", id: null, status: "resolved" }),
  ]) {
    assert.deepEqual(hear(body), { fault: "unreadable" }, body);
  }
  // Fields of other types say less, and nothing else.
  const odd = {
    ...whole,
    sender: { type: "user", name: {} },
    conversation: { id: 12, messages: 7 },
  };
  assert.deepEqual(hear(JSON.stringify(odd)), [{ ...said, name: null }]);
});
