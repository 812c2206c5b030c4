import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, delivery, openConversation, openTestStore, turnSaying } from "../store.fixture.ts";

test("a customer is deleted with all that was said, asked and kept, and nobody else is", async (t) => {
  const { store, run } = await openTestStore(t);
  const { id: operatorId } = await store.operators.create({
    ...{ name: "Ada", email: "ada@shop.example", administrator: true },
  });
  const label = await store.labels.create(bot.id, "ada", { name: "Damaged", color: "red" });
  assert(typeof label !== "string");
  const named = { theirs: ["Yilia@Meetbot.biz"], others: ["emma@example.com"], nobodys: [] };
  for (const [conversationId, accounts] of Object.entries(named)) {
    const ref = await openConversation(store, { conversationId });
    const lease = await store.mailbox.take(ref);
    assert(lease);
    const deliveries = [{ ...delivery, id: `order_list_${conversationId}` }];
    await store.mailbox.commitTurn(lease, {
      ...turnSaying("hi"),
      deliveries,
      accounts,
      personAsked: true,
      numbers: [`so-${conversationId}`],
      move: { to: "waiting", reason: "asked" },
    });
    const note = { by: operatorId, actor: "ada", text: "Call back", mentions: [] };
    await store.notes.write(ref, { ...note, writeKey: "1" });
    await store.labels.putOn(ref, label.id);
    await store.watchers.look(ref, operatorId, true);
  }

  assert.equal(await store.forgetCustomer(" yilia@meetbot.biz "), 1);

  const tables = ["conversations", "messages", "deliveries", "person_requests"];
  const ofPeople = ["inbox_conversations", "inbox_notes", "conversation_presence"];
  const found = ["conversation_accounts", "conversation_numbers", "conversation_labels"];
  for (const table of [...tables, ...ofPeople, ...found]) {
    const rows = await run(`select distinct conversation_id as id from ${table} order by 1`);
    const left = rows.map((row) => (row as { id: string }).id);
    assert(!left.includes("theirs"), table);
    assert(left.includes("others"), table);
  }
  assert.equal(await store.forgetCustomer("yilia@meetbot.biz"), 0);
  assert.equal((await store.deliveries(bot.id, 10)).length, 2);
});

test("the email by which a customer is found is in the database as an HMAC only", async (t) => {
  const { store, run } = await openTestStore(t);
  const lease = await store.mailbox.take(await openConversation(store));
  assert(lease);
  await store.mailbox.commitTurn(lease, { ...turnSaying("hi"), accounts: ["yilia@meetbot.biz"] });
  const [row] = await run("select lookup from conversation_accounts");
  const { lookup } = row as { lookup: Buffer };
  assert.equal(lookup.length, 32);
  assert.doesNotMatch(lookup.toString("latin1"), /yilia/i);
});
