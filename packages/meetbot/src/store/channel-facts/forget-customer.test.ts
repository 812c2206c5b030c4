import assert from "node:assert/strict";
import { test } from "node:test";
import { connection, on, wrote as wroteAs } from "../outbox/connected.fixture.ts";
import { bot, delivery, openTestStore, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const user = "5647382910";
const wrote = (key: string) => wroteAs(key, user);

/** A conversation in which everything happened that leaves a row somewhere. */
async function converse(store: Store) {
  const [ref] = (await store.channels.enqueue(on, [wrote("mid-of-theirs")])).due;
  const lease = await store.mailbox.take(ref!);
  await store.mailbox.commitTurn(
    lease!,
    {
      ...turnSaying("one", "two"),
      deliveries: [{ ...delivery, id: "order_list_theirs" }],
      accounts: ["yilia@meetbot.biz"],
      personAsked: true,
      question: "answered",
      unanswered: { reason: "not_understood", likeness: "where" },
    },
    "queued",
  );
  const sent = { dedupeKey: "mid-of-theirs", channel: on.channel, attachments: ["file"] };
  await store.pictureFetches.note(ref!, sent);
  await store.pictures.keep(ref!, {
    ...{ id: "p_1", dedupeKey: "mid-of-theirs", place: 0, type: "image/png", width: 1, height: 1 },
    ...{ bytes: 1, receivedBytes: 1, isScanned: false, body: Buffer.from("a cup") },
  });
  await store.deliveryLog.addReplay(bot.id, "order_list_theirs", { ...delivery, id: "replayed" });
  const wish = { account: "yilia@meetbot.biz", also: false, code: "246810" };
  const nonce = await store.links.offer(ref!);
  await store.links.confirm(bot.id, { ...wish, nonce });
  await store.links.check(ref!, wish.code, (reply) => reply);
  const { outbox } = store.channels;
  await outbox.giveUp((await outbox.take(ref!))!, {
    failure: { class: "gone", code: 551, subcode: null, trace: null },
  });
  return ref!;
}

const ways: Record<string, (store: Store, conversationId: string) => Promise<unknown>> = {
  "by the id that the platform gives for them": (store) => store.channels.forget(on, [user]),
  "by an email": (store) => store.forgetCustomer("yilia@meetbot.biz"),
  "one conversation": (store, conversationId) =>
    store.conversationLog.delete({ botId: bot.id, conversationId }),
};

for (const [way, forget] of Object.entries(ways)) {
  test(`of a customer of a channel nothing is left once they are deleted ${way}`, async (t) => {
    const { store, run } = await openTestStore(t);
    await store.channels.links.connect(bot.id, connection);
    const { conversationId } = await converse(store);
    const [row] = await run(`
      select conversations.token_hash, conversation_accounts.lookup
      from conversations join conversation_accounts using (bot_id, conversation_id)`);
    const { token_hash: token, lookup } = row as { token_hash: Buffer; lookup: Buffer };
    const theirs = [user, conversationId, "mid-of-theirs", "order_list_theirs", "replayed"].concat(
      token.toString("hex"),
      lookup.toString("hex"),
    );
    const tables = (
      await run("select tablename as name from pg_tables where schemaname = 'public'")
    ).map((table) => (table as { name: string }).name);
    const traces = async () => {
      const found: string[] = [];
      for (const table of tables) {
        const [all] = await run(
          `select coalesce(string_agg(one::text, ' '), '') as text from ${table} as one`,
        );
        const { text } = all as { text: string };
        if (theirs.some((trace) => text.includes(trace))) found.push(table);
      }
      return found.sort();
    };
    assert.deepEqual(await traces(), [
      "account_links",
      "audit",
      "conversation_accounts",
      "conversations",
      "deliveries",
      "link_offers",
      "messages",
      "outbound_failures",
      "outboxes",
      "person_requests",
      "picture_fetches",
      "pictures",
      "unanswered",
    ]);

    await forget(store, conversationId);

    // Audit entries stay: who acted on the conversation, by ids that no longer mean anything.
    assert.deepEqual(await traces(), ["audit"]);
  });
}

test("what a platform sends again after that is known, and what is new begins a new conversation", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.channels.links.connect(bot.id, connection);
  const { conversationId } = await converse(store);
  await store.channels.forget(on, [user]);
  const late = await store.channels.enqueue(on, [wrote("mid-of-theirs")]);
  assert.deepEqual([late.due, await run("select from conversations")], [[], []]);

  const { due } = await store.channels.enqueue(on, [wrote("mid-of-theirs"), wrote("new")]);
  assert.notEqual(due[0]?.conversationId, conversationId);
  const later = await store.channels.enqueue(on, [wrote("mid-of-theirs"), wrote("newer")]);
  assert.deepEqual(later.due, due);
  const [first, ...others] = await store.mailbox.messagesAfter(due[0]!, 0, 10);
  assert.deepEqual([first?.seq, others.length], [1, 1]);

  // Two days later it may be forgotten that it was there.
  await run("update forgotten_events set expires_at = expires_at - interval '48 hours'");
  await store.forgetExpired();
  assert.deepEqual(await run("select from forgotten_events"), []);
});
