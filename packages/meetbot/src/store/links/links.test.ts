import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { bot, openConversation, openTestStore, type state, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const account = "yilia@meetbot.biz";
const code = "246810";
const asIs = (reply: OutboundReply) => reply;

const order = (expires: number): OutboundReply => ({
  kind: "orders",
  locale: "en",
  orders: [{ level: 2, expires, item: { order_number: "12345678902" } }],
});
const ending = {
  endReply: (reply: OutboundReply) => (reply.kind === "orders" ? order(1) : reply),
  signOut: (before: typeof state) => ({ ...before, proofs: [] }),
};

async function link(store: Store, ref: ConversationRef, also = false) {
  const nonce = await store.links.offer(ref);
  assert.equal(
    (await store.links.confirm(bot.id, { nonce, account, also, code })).outcome,
    "confirmed",
  );
  return store.links.check(ref, code, asIs);
}

async function take(store: Store, ref: ConversationRef, ...replies: OutboundReply[]) {
  const lease = await store.mailbox.take(ref);
  assert(lease);
  return store.mailbox.commitTurn(lease, { ...turnSaying(), replies });
}

test("the right digits count again while they live, for a turn that is taken once more", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const linked = { kind: "linked", account, isOther: false };
  assert.deepEqual(await link(store, ref), linked);
  assert.deepEqual(await store.links.check(ref, code, asIs), linked);
  await store.links.end(ref, asIs);
  assert.deepEqual(await store.links.check(ref, code, asIs), { kind: "expired" });
});

test("five tries are five, however many come at once", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const nonce = await store.links.offer(ref);
  await store.links.confirm(bot.id, { nonce, account, also: false, code });
  const tries = Array.from({ length: 12 }, () => store.links.check(ref, "000000", asIs));
  const kinds = (await Promise.all(tries)).map(({ kind }) => kind).sort();
  const times = (kind: string) => kinds.filter((one) => one === kind).length;
  assert.deepEqual([times("wrong"), times("used_up"), times("expired")], [4, 1, 7]);
  assert.deepEqual(await store.links.check(ref, code, asIs), { kind: "expired" });
});

test("digits of one conversation are wrong in another", async (t) => {
  const { store } = await openTestStore(t);
  const one = await openConversation(store);
  const other = await openConversation(store, { conversationId: "conversation_2" });
  for (const [ref, also] of [
    [one, false],
    [other, true],
  ] as const) {
    const nonce = await store.links.offer(ref);
    await store.links.confirm(bot.id, {
      nonce,
      account,
      also,
      code: ref === one ? code : "111111",
    });
  }
  assert.deepEqual(await store.links.check(other, code, asIs), { kind: "wrong", triesLeft: 4 });
});

test("a turn that is being taken while its account is unlinked cannot be settled, and is taken anew", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  await link(store, ref);
  const lease = await store.mailbox.take(ref);
  assert(lease);
  assert.equal(await store.links.unlink(bot.id, account, ending), 1);
  assert.equal(await store.mailbox.renew(lease), false);
  assert.deepEqual(await store.mailbox.commitTurn(lease, turnSaying("Your orders")), {
    outcome: "lost",
  });
  const again = await store.mailbox.take(ref);
  assert.equal(again?.event.seq, lease.event.seq);
});

test("unlinking changes what was said and what is known, and that of nobody else", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const other = await openConversation(store, { conversationId: "conversation_2" });
  await link(store, ref);
  await take(store, ref, order(9e15));
  await take(store, other, order(9e15));
  await store.links.unlink(bot.id, account.toUpperCase(), ending);
  const said = async (of: ConversationRef) =>
    (await store.mailbox.messagesAfter(of, 1, 10)).map((one) => one.from === "bot" && one.reply);
  assert.deepEqual(await said(ref), [order(1)]);
  assert.deepEqual(await said(other), [order(9e15)]);
  assert.equal(await store.links.unlink("bot_other", account, ending), 0);
});

test("whose account is unlinked is told nothing any more, not even what waits", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await link(store, ref);
  const subscription = {
    ...({ scope: "account", subject: account, source: "linked", wording: 3, known: [] } as const),
  };
  const turn = turnSaying("I will tell you");
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, {
    ...turn,
    subscription: { kind: "begin", subscription },
    newsEmail: { email: account, begins: true },
  });
  const push = (id: string) =>
    store.pushes.accept(bot.id, {
      ...{ id, bodyHash: Buffer.from(id), occurredAt: new Date(), expiresAt: null, isOld: false },
      said: {
        ...({ method: "order.changed", orderNumber: null, packageNumber: null } as const),
        ...{ account, status: "paid", snapshot: null },
      },
      newsUntil: new Date(Date.now() + 60_000),
    });
  assert.deepEqual(await push("before"), { outcome: "accepted", recipients: 1 });
  await store.links.unlink(bot.id, account, ending);
  assert.equal(await store.pushes.take([]), null);
  assert.deepEqual(await push("after"), { outcome: "accepted", recipients: 0 });
  assert.deepEqual(await run("select from news_emails"), []);
});

test("links whose time is over go, in batches, and living ones stay", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await link(store, ref);
  await store.forgetExpired();
  const left = () =>
    run("select count(*)::integer from link_offers join account_links using (bot_id)");
  assert.deepEqual(await left(), [{ count: 1 }]);
  await run("update link_offers set expires_at = now()");
  await run("update account_links set expires_at = now()");
  await store.forgetExpired();
  assert.deepEqual(await left(), [{ count: 0 }]);
});
