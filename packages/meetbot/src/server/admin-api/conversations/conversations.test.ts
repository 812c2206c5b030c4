import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { botId, commitOneTurn, deliveryWith, goOn } from "../../../store/logs/log.fixture.ts";
import { openConversation, state, textEvent } from "../../../store/store.fixture.ts";
import type { Store } from "../../../store/store.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

const zh = { ...state, dialog: { ...state.dialog, locale: "zh" as const } };
const ref = { botId, conversationId: "one" };
const order = { order_number: "12345678902", recipient_name: "Yilia Meetbot", status: "Shipped" };
const orders: OutboundReply = {
  kind: "orders",
  locale: "en",
  orders: [{ level: 2, expires: 1, item: order }],
};
const welcome: OutboundReply = {
  kind: "text",
  locale: "en",
  text: "Hi",
  choices: [{ title: "My orders", payload: "menu:orders" }],
};
const question = "where is order 12345678902 of yilia@meetbot.biz";

/** A conversation in which an order was asked for and shown. */
async function seedConversation(store: Store): Promise<void> {
  const first = {
    dedupeKey: "start",
    content: { kind: "start" as const, locale: "en" as const, account: null },
  };
  await openConversation(store, { conversationId: "one", first });
  await commitOneTurn(store, ref, { replies: [welcome] });
  await store.mailbox.enqueue(ref, textEvent("second", question));
  const accounts = ["yilia@meetbot.biz"];
  const deliveries = [deliveryWith({ id: "a", startedAt: Date.now() })];
  await commitOneTurn(store, ref, { replies: [orders], deliveries, accounts });
}

/** What else is said, before the server's worker could answer it. */
function startLog(
  t: Parameters<typeof startAdminServer>[0],
  seedMore: (store: Store) => Promise<unknown> = async () => {},
) {
  return startAdminServer(t, {}, async ({ store }) => {
    await seedConversation(store);
    await seedMore(store);
  });
}

test("conversations are listed, and found by the account that was named in them", async (t) => {
  const { call } = await startLog(t, async (store) => {
    const two = await openConversation(store, { conversationId: "two" });
    await commitOneTurn(store, two, { state: zh });
  });
  const ids = async (query: string) => {
    const { data } = await json(await call("viewer", `GET /conversations?${query}`));
    return data.map((row: { conversation_id: string }) => row.conversation_id).join(" ");
  };
  assert.equal(await ids(""), "two one");
  const naming = async (account: string, query = "") => {
    const response = await call("editor", `POST /conversations/search?${query}`, {
      body: { account },
    });
    const { data } = await json(response);
    return data.map((row: { conversation_id: string }) => row.conversation_id).join(" ");
  };
  assert.equal(await naming(" Yilia@meetbot.biz"), "one");
  assert.equal(await naming("yilia@meetbot.biz", "locale=zh"), "");
  assert.equal(await naming("ann@meetbot.biz"), "");
  assert.equal(await ids("conversation_id=two"), "two");
  assert.equal(await ids("locale=en"), "one");
  assert.equal(await ids("locale=zh"), "two");
  assert.equal(await ids("person_asked=true"), "");
  assert.equal(await ids("failed=true"), "");
  assert.equal(await ids("disliked=true"), "");
  assert.equal(await ids("channel=messenger"), "");
  assert.equal(await ids("to=2020-01-01T00:00:00Z"), "");
  assert.equal(await ids("from=2020-01-01T00:00:00%2B08:00"), "two one");
  const first = await json(await call("viewer", "GET /conversations?limit=1"));
  assert.equal(await ids(`cursor=${first.next_cursor}`), "one");
});

test("a conversation is read masked, each utterance explained, each delivery at its place", async (t) => {
  const { call } = await startLog(t);
  const told = await json(await call("viewer", "GET /conversations/one"));
  assert.equal(told.masked, true);
  assert.equal(told.outcome, "answered");
  assert.equal(told.next_cursor, null);
  const [start, greeting, asked, answer] = told.entries;
  assert.equal(start.event, "start");
  assert.deepEqual(greeting.reply.choices, [{ title: "My orders", payload: "choice:0" }]);
  assert.equal(asked.text, "where is order •••8902 of y•••@m•••.biz");
  assert.equal(asked.recognition.intent, "order_query");
  assert.deepEqual(
    asked.deliveries.map((row: { delivery_id: string }) => row.delivery_id),
    ["a"],
  );
  assert.equal(answer.reply.orders[0].status, "Shipped");
  for (const hidden of ["12345678902", "yilia", "Yilia"]) {
    assert(!JSON.stringify(told).includes(hidden), hidden);
  }
  assert.equal((await call("viewer", "GET /conversations/nothing")).status, 404);
});

test("what the customer thinks of an answer stands at it, and a conversation is found by what did not help", async (t) => {
  const { call, store } = await startLog(t, async (store) => {
    await openConversation(store, { conversationId: "two" });
  });
  const ids = async () => {
    const { data } = await json(await call("viewer", "GET /conversations?disliked=true"));
    return data.map((row: { conversation_id: string }) => row.conversation_id).join(" ");
  };
  const told = async () =>
    (await json(await call("viewer", "GET /conversations/one"))).entries.map(
      ({ feedback }: { feedback?: unknown }) => feedback,
    );
  await store.feedback.record(ref, 2, "up");
  assert.equal(await ids(), "");
  await store.feedback.record(ref, 4, "down");
  assert.equal(await ids(), "one");
  assert.deepEqual(await told(), [undefined, "up", undefined, "down"]);
  const file = await json(await call("editor", "GET /conversations/one/export"));
  assert.equal(file.entries[3].feedback, "down");
  await store.feedback.record(ref, 4, null);
  assert.equal(await ids(), "");
  assert.deepEqual(await told(), [undefined, "up", undefined, null]);
});

test("a long conversation is read page by page, taps by choices of earlier pages", async (t) => {
  const { call } = await startLog(t, async (store) => {
    for (let n = 0; n < 130; n++) await goOn(store, ref, `text ${n}`);
    const tap = { dedupeKey: "tap", content: { kind: "tap" as const, payload: "menu:orders" } };
    await store.mailbox.enqueue(ref, tap);
    await commitOneTurn(store, ref);
  });
  const entries = [];
  let cursor = "";
  for (;;) {
    const page = await json(await call("viewer", `GET /conversations/one?limit=99${cursor}`));
    entries.push(...page.entries);
    if (page.next_cursor === null) break;
    cursor = `&cursor=${page.next_cursor}`;
  }
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    Array.from({ length: 266 }, (_, n) => n + 1),
  );
  assert.equal(entries.at(-2).text, "My orders");
});

test("revealed, a conversation is what the customer saw, and the audit says to whom", async (t) => {
  const { call, store } = await startLog(t);
  assert.equal((await call("viewer", "POST /conversations/one/reveal")).status, 403);
  const told = await json(await call("editor", "POST /conversations/one/reveal"));
  assert.equal(told.masked, false);
  assert.equal(told.entries[2].text, question);
  assert.deepEqual(told.entries[3].reply.orders, [
    { ...order, known_stage: { stage: "shipped", language: "en" } },
  ]);
  const [entry] = await store.bots.auditOf(botId, 1);
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.detail],
    ["editor@shop.example", "conversation_revealed", { conversation: "one" }],
  );
  assert.equal((await call("editor", "POST /conversations/nothing/reveal")).status, 404);
});

test("what is revealed or looked for is kept for no second answer", async (t) => {
  const { call, run } = await startLog(t);
  const headers = { "Idempotency-Key": "the same" };
  const body = { account: "yilia@meetbot.biz" };
  for (const _ of [1, 2]) {
    const revealed = await call("editor", "POST /conversations/one/reveal", { headers });
    assert.equal(revealed.status, 200);
    const found = await call("editor", "POST /conversations/search", { headers, body });
    assert.equal(found.status, 200);
  }
  assert.deepEqual(await run("select count(*)::integer from idempotency_keys"), [{ count: 0 }]);
});

test("a message is overwritten for good, by an editor, once it is answered", async (t) => {
  const { call, run } = await startLog(t);
  const redact = async (role: "viewer" | "editor", seq: number) =>
    (await call(role, "POST /conversations/one/redact", { body: { seq } })).status;
  assert.equal(await redact("viewer", 3), 403);
  assert.equal(await redact("editor", 3), 204);
  assert.equal(await redact("editor", 99), 404);
  await run("update conversations set handled_seq = 1, due_at = now() + interval '1 day'");
  await run("update messages set redacted_at = null");
  assert.equal(await redact("editor", 3), 409);
  await run("update messages set redacted_at = now() where seq = 3");
  const told = await json(await call("editor", "POST /conversations/one/reveal"));
  assert.equal(told.entries[2].text, "•••");
  assert.equal(told.entries[2].recognition, null);
  assert.ok(Date.parse(told.entries[2].redacted_at));
});

test("a conversation is exported as one object or line by line, masked unless it is to be whole", async (t) => {
  const { call, store } = await startLog(t);
  assert.equal((await call("viewer", "GET /conversations/one/export")).status, 403);
  const masked = await call("editor", "GET /conversations/one/export");
  assert.equal(masked.headers.get("content-type"), "application/json");
  const told = await json(masked);
  assert.equal(told.masked, true);
  assert.equal(told.entries.length, 4);
  const whole = await call("editor", "GET /conversations/one/export?format=ndjson&reveal=true");
  const lines = (await whole.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(lines[0].conversation_id, "one");
  assert.deepEqual(
    lines.slice(1).map(({ seq }) => seq),
    [1, 2, 3, 4],
  );
  assert.equal(lines[3].text, question);
  const [entry] = await store.bots.auditOf(botId, 1);
  assert.deepEqual(
    [entry?.action, entry?.detail],
    ["conversation_exported", { conversation: "one", masked: false }],
  );
  assert.equal((await call("editor", "GET /conversations/nothing/export")).status, 404);
});

test("an owner deletes a conversation, and nobody else", async (t) => {
  const { call } = await startLog(t);
  assert.equal((await call("editor", "DELETE /conversations/one")).status, 403);
  assert.equal((await call("owner", "DELETE /conversations/one")).status, 204);
  assert.equal((await call("owner", "DELETE /conversations/one")).status, 404);
  assert.equal((await call("owner", "GET /conversations/one")).status, 404);
});
