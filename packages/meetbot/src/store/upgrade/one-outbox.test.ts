import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { sealUnderMaster } from "../../secrets/key-ring.ts";
import { openStore } from "../open-store.ts";
import { answer, customer, on, openConnected, wrote } from "../outbox/connected.fixture.ts";
import { bot } from "../store.fixture.ts";
import { createTablesBefore } from "./tables-before.fixture.ts";

// What was stored before all channels had one outbox, and nodes that know no other.

test("a node of the version before finds its tables by their old names, and what it writes is there", async (t) => {
  const { store, run } = await openConnected(t);
  const page = {
    ...{ channel: "messenger", externalId: "1029", details: { app_id: "100" } },
    secrets: { token: "t", appSecret: "s", verifyToken: "v" },
  };
  await store.channels.links.connect(bot.id, page);
  const onPage = { ...on, channel: "messenger", externalId: "1029" };
  const ref = await answer(store, [wrote("m1")], "hello");
  assert.deepEqual(await run("select bot_id, page_id, app_id from messenger_pages"), [
    { bot_id: bot.id, page_id: "1029", app_id: "100" },
  ]);
  await run("update messenger_pages set paused_until = now() + interval '1 hour'");
  assert((await store.channels.links.stateOf(onPage))?.pausedUntil);

  // As such a node takes a message, and gives it up.
  const values = [ref.botId, ref.conversationId].map((value) => `'${value}'`).join(", ");
  const taken = await run(`
    update messenger_conversations set fence = fence + 1, attempted_at = now()
    where (bot_id, conversation_id) = (
      select bot_id, conversation_id from messenger_conversations as own
      where send_at <= now() for no key update of own
    ) returning fence`);
  assert.deepEqual(taken, [{ fence: 1 }]);
  await run(`insert into messenger_failures (bot_id, conversation_id, seq, class)
    values (${values}, 2, 'bad')`);
  assert.equal(
    (await store.channels.deadLetters.list(on, { limit: 5, below: null })).rows.length,
    1,
  );

  // As it begins a conversation of a page's.
  await run(`insert into conversations
      (bot_id, conversation_id, channel, token_hash, key_id, sealed_key, last_seq, last_inbound_seq)
    select bot_id, 'c_0', 'messenger', '\\x00', key_id, sealed_key, 0, 0 from conversations`);
  await run(`insert into messenger_conversations (bot_id, conversation_id, address)
    values ('${bot.id}', 'c_0', '\\x00')`);
  assert.deepEqual(await run("select channel from outboxes where conversation_id = 'c_0'"), [
    { channel: "messenger" },
  ]);
  assert(await store.channels.answeredIn(on, customer));
});

test("a page that was connected before is a link, with its secrets, its state and its messages", async (t) => {
  const { database, db } = await createTablesBefore("0023");
  const keyRing = [{ id: "00000000", bytes: Buffer.alloc(32, 7) }] as const;
  const secrets = { token: "t", appSecret: "s", verifyToken: "v" };
  const { keyId, sealed } = sealUnderMaster(
    keyRing,
    JSON.stringify(secrets),
    sealContext("bot_1", "messenger page"),
  );
  await sql`
    insert into bots (bot_id, name, page_id, endpoint, policy, number_alone, locale, origins, demo)
    values ('bot_1', 'Shop', '1', 'https://shop.example', 'ladder', 'auto', 'en', '{}', false)`.execute(
    db,
  );
  await sql`
    insert into messenger_pages (bot_id, page_id, app_id, key_id, sealed, stopped_for, page_name)
    values ('bot_1', '1029', '100', ${keyId}, ${sealed}, 'auth', 'A shop')`.execute(db);
  await sql`
    insert into conversations
      (bot_id, conversation_id, channel, token_hash, key_id, sealed_key, last_seq, last_inbound_seq)
    values ('bot_1', 'c_1', 'messenger', '\\x01', ${keyId}, '\\x00', 1, 0)`.execute(db);
  await sql`
    insert into messenger_conversations (bot_id, conversation_id, address, queued_seq, send_at)
    values ('bot_1', 'c_1', '\\x00', 1, now())`.execute(db);
  await sql`
    insert into messages (bot_id, conversation_id, seq, direction, body, status)
    values ('bot_1', 'c_1', 1, 'out', '\\x00', 'queued')`.execute(db);
  await db.destroy();

  const store = await openStore({ connection: database.url, keyRing });
  t.after(async () => {
    await store.close();
    await database.drop();
  });
  const old = { botId: "bot_1", channel: "messenger", windowHours: 24 };
  const link = await store.channels.links.find(old);
  assert.deepEqual(
    [link?.externalId, link?.details, link?.secrets],
    ["1029", { app_id: "100" }, secrets],
  );
  const state = await store.channels.links.stateOf(old);
  assert.deepEqual([state?.name, state?.stoppedFor, state?.waiting], ["A shop", "auth", 1]);
});
