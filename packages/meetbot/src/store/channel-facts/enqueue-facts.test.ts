import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import {
  answer,
  connection,
  customer,
  customerOf,
  on,
  openConnected,
  takenOver,
  wrote,
} from "../outbox/connected.fixture.ts";
import { bot, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const failure = { class: "bad", code: 100, subcode: null, trace: "t1" } as const;

test("all that is told of a customer goes into one conversation, each event once", async (t) => {
  const { store } = await openConnected(t);
  const admitted = await Promise.all(
    Array.from({ length: 20 }, (_, nth) =>
      store.channels.enqueue(on, [wrote(`m${nth % 4}`), wrote("m9", "8"), wrote("m9")]),
    ),
  );
  const due = admitted.flatMap((one) => one.due);
  assert.equal(new Set(due.map(({ conversationId }) => conversationId)).size, 2);
  const [ref] = due.filter(({ conversationId }) => conversationId !== due.at(0)?.conversationId);
  const [one, other] = await Promise.all(
    [due[0]!, ref!].map((each) => store.mailbox.messagesAfter(each, 0, 100)),
  );
  assert.deepEqual([one!.length, other!.length].sort(), [1, 5]);
});

test("whose conversation is deleted begins a new one, and nothing of the old one is sent", async (t) => {
  const { store } = await openConnected(t);
  const ref = await answer(store, [wrote("m1")], "hello");
  assert.equal(await store.channels.forget(on, ["7"]), 1);
  assert.equal(await store.channels.outbox.take(ref), null);
  assert.deepEqual(await store.channels.outbox.due(10), []);
  const again = await answer(store, [wrote("m2")], "hello");
  assert.notEqual(again.conversationId, ref.conversationId);
  assert.equal(await store.channels.forget(on, ["8"]), 0);
});

test("an event that comes again 48 hours later is known, however short conversations are kept", async (t) => {
  const { store, run } = await openConnected(t);
  await store.bots.change(bot.id, { keepConversationsDays: 2 });
  await answer(store, [wrote("m1")], "hello");
  await run("update messages set at = at - interval '47 hours 59 minutes'");
  await run(`update conversations set created_at = created_at - interval '47 hours 59 minutes',
    active_at = active_at - interval '47 hours 59 minutes'`);
  assert.equal(await store.forgetExpired(), 0);
  assert.deepEqual(await store.channels.enqueue(on, [wrote("m1")]), {
    due: [],
    sendable: [],
    moved: [],
  });
  assert.deepEqual(await run("select from messages where direction = 'in'"), [{}]);
});

test("what another app hears in standby begins no conversation; whoever writes to a customer first does", async (t) => {
  const { store, run } = await openConnected(t);
  await store.channels.enqueue(on, [takenOver(true)]);
  assert.deepEqual(await run("select from conversations"), []);
  await store.channels.enqueue(on, [takenOver(false)]);
  const [silent] = await run("select silent_until > now() as silent from outboxes");
  assert.deepEqual(silent, { silent: true });
  // In a conversation that is there, standby silences as well.
  await run("update outboxes set silent_until = null");
  await store.channels.enqueue(on, [takenOver(true)]);
  const again = await run("select silent_until > now() as silent from outboxes");
  assert.deepEqual(again, [{ silent: true }]);
});

const at = (fact: ChannelFact, atMs: number | null): ChannelFact => ({ ...fact, atMs });
const handedBack: ChannelFact = { customer, atMs: null, kind: "handed_back" };

test("whoever takes the page's thread holds the conversation, and a turn in hand is lost", async (t) => {
  const { store, run } = await openConnected(t);
  const [ref] = (await store.channels.enqueue(on, [wrote("m1")])).due;
  const lease = await store.mailbox.take(ref!);
  const { moved } = await store.channels.enqueue(on, [takenOver(false)]);
  assert.deepEqual(moved, [ref]);
  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("late"), "queued"), {
    outcome: "lost",
  });
  const anew = await store.mailbox.take(ref!);
  assert.deepEqual([anew?.held.holder, anew?.held.by], ["person", "elsewhere"]);
  await store.channels.enqueue(on, [takenOver(true)]);
  const [held] = await run("select holder, held_by, holder_version from conversations");
  assert.deepEqual(held, { holder: "person", held_by: "elsewhere", holder_version: 1 });
  // Nobody was called: the conversation is not in the inbox, and no event is stored for it.
  assert.deepEqual(await run("select from inbox_conversations"), []);
  assert.deepEqual(await run("select from desk_events"), []);
  await store.channels.enqueue(on, [handedBack]);
  const [back] = await run("select holder, held_by, holder_version from conversations");
  assert.deepEqual(back, { holder: "bot", held_by: null, holder_version: 2 });
});

test("what comes late or again of the moment before changes nothing, in whatever order", async (t) => {
  const { store, run } = await openConnected(t);
  const holderAfter = async (...facts: ChannelFact[]) => {
    await store.channels.enqueue(on, facts);
    const [row] = await run(
      "select holder, silent_until is not null as silent from conversations join outboxes using (bot_id, conversation_id)",
    );
    return Object.values(row as object);
  };
  const then = Date.now();
  const [bot, person] = [
    ["bot", false],
    ["person", true],
  ];
  assert.deepEqual(await holderAfter(at(takenOver(false), then)), person);
  assert.deepEqual(await holderAfter(at(handedBack, then - 1000)), person);
  assert.deepEqual(await holderAfter(at(handedBack, then + 1000)), bot);
  assert.deepEqual(await holderAfter(at(takenOver(false), then)), bot);
  assert.deepEqual(await holderAfter(at(handedBack, then + 1000)), bot);
  assert.deepEqual(await holderAfter(at(takenOver(true), then + 2000)), person);
  // A tap that comes again is of the bot's time.
  const tap: ChannelFact = { ...wrote("m1"), kind: "event", isToBot: true } as ChannelFact;
  assert.deepEqual(await holderAfter(at(tap, then + 1500)), person);
  assert.deepEqual(await holderAfter(at(tap, then + 2500)), bot);
});

test("of many that want to send a message one does, and the next message waits for it", async (t) => {
  const { store } = await openConnected(t);
  const { outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "one", "two");
  const taken = await Promise.all(Array.from({ length: 10 }, () => outbox.take(ref)));
  const [lease, ...others] = taken.filter((one) => one !== null);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [lease!.reply?.kind === "text" && lease!.reply.text, lease!.isFollowed],
    ["one", true],
  );
  const { next } = await outbox.markSent(lease!, true);
  assert.equal(next!.reply?.kind === "text" && next!.reply.text, "two");
  // This lease is over: the outbox ignores its outcome.
  assert.deepEqual(await outbox.giveUp(lease!, { failure, all: true }), { more: false });
  assert.deepEqual(await outbox.markSent(next!, true), { more: false, next: null });
  assert.equal(await outbox.take(ref), null);
});

test("two nodes that send in many conversations send each message once, and in order", async (t) => {
  const { store, openAgain } = await openConnected(t);
  const nodes = [store, await openAgain()];
  const users = Array.from({ length: 40 }, (_, nth) => String(100 + nth));
  const refs = await Promise.all(
    users.map((user) => answer(store, [wrote(`m${user}`, user)], "one", "two", "three")),
  );
  const sent = new Map(refs.map(({ conversationId }) => [conversationId, [] as number[]]));
  const sendAll = async ({ channels: { outbox } }: Store, ref: ConversationRef) => {
    for (let lease = await outbox.take(ref); lease; ) {
      sent.get(ref.conversationId)!.push(lease.seq);
      const { next, more } = await outbox.markSent(lease, lease.seq % 2 === 0);
      lease = next ?? (more ? await outbox.take(ref) : null);
    }
  };
  await Promise.all(nodes.flatMap((node) => refs.map((ref) => sendAll(node, ref))));
  assert.deepEqual([...new Set([...sent.values()].map(String))], ["2,3,4"]);
});

test("a message that another node has taken meanwhile is that node's", async (t) => {
  const { store, run } = await openConnected(t);
  const { outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "one", "two");
  const late = await outbox.take(ref);
  await run("update outboxes set send_at = now() where send_at is not null");
  const lease = await outbox.take(ref);
  assert.equal(lease!.seq, late!.seq);
  assert.deepEqual(await outbox.markSent(late!, true), { more: false, next: null });
  assert.equal((await outbox.markSent(lease!, true)).next?.seq, lease!.seq + 1);
});

test("where the bot answers is told for whom it knows, unless somebody else answers", async (t) => {
  const { store } = await openConnected(t);
  const { channels } = store;
  assert.equal(await channels.answeredIn(on, customer), null);
  const { due } = await channels.enqueue(on, [wrote("m1"), wrote("m2", "8")]);
  const others = customerOf("8");
  const found = await Promise.all(
    [customer, others, customerOf("9")].map((one) => channels.answeredIn(on, one)),
  );
  assert.deepEqual(new Set(found), new Set([...due, null]));
  assert.notDeepEqual(found[0], found[1]);
  await channels.enqueue(on, [takenOver(false)]);
  assert.equal(await channels.answeredIn(on, customer), null);
  assert.deepEqual(await channels.answeredIn(on, others), found[1]);
  // Its events may come again, and were answered there.
  await channels.forget(on, [others.key]);
  await channels.enqueue(on, [wrote("m3", others.key)]);
  assert.equal(await channels.answeredIn(on, others), null);
});

test("an echo that comes before the answer counts, and the answer changes nothing", async (t) => {
  const { store } = await openConnected(t);
  const { outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "one");
  const lease = await outbox.take(ref);
  const arrived = {
    customer,
    atMs: null,
    kind: "arrived" as const,
    ...ref,
    seq: lease!.seq,
    part: 0,
  };
  const { sendable } = await store.channels.enqueue(on, [arrived]);
  assert.equal(sendable.length, 1);
  // The answer was lost, but the part was not: nothing has to be waited for.
  const unknown = { status: "unknown" as const, sentParts: 0, tries: 1, after: "echo" as const };
  assert.equal(await outbox.proceed(lease!, unknown), true);
  assert.equal((await outbox.take(ref))?.sentParts, 1);
});

test("an echo that comes while it is written down that no answer came waits for nothing", async (t) => {
  const { store, operator, isBlocked } = await openConnected(t);
  const { outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "one");
  const { seq, fence } = (await outbox.take(ref))!;
  const arrived = { customer, atMs: null, kind: "arrived" as const, ...ref, seq, part: 0 };
  await operator(async (sender) => {
    await sender.query("begin");
    await sender.query(
      `update outboxes set tries = 1, send_at = attempted_at + interval '60 seconds'
      where fence = $1`,
      [fence],
    );
    await sender.query("update messages set status = 'unknown' where seq = $1", [seq]);
    const admitted = store.channels.enqueue(on, [arrived]);
    await isBlocked(1);
    await sender.query("commit");
    assert.deepEqual((await admitted).sendable, [ref]);
  });
  assert.equal((await outbox.take(ref))?.sentParts, 1);
});

test("what was an earlier connection's failure stops no later one", async (t) => {
  const { store } = await openConnected(t);
  const { links: pages } = store.channels;
  const before = await pages.find(on);
  await store.channels.links.connect(bot.id, { ...connection, secrets: { token: "another" } });
  const failure = { code: 190, subcode: null, trace: "trace-1" };
  const connected = await pages.find(on);
  if (before!.connectedAt.getTime() !== connected!.connectedAt.getTime()) {
    assert.equal(await pages.stop(on, before!.connectedAt, { reason: "auth", failure }), false);
  }
  const stopped = { reason: "auth" as const, failure };
  assert.equal(await pages.stop(on, connected!.connectedAt, stopped), true);
  assert.equal(await pages.stop(on, connected!.connectedAt, stopped), false);
});

test("no address is told while a link waits or stands still, or while a person answers", async (t) => {
  const { store } = await openConnected(t);
  const { links: pages, outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "hello");
  assert.deepEqual(await outbox.addressOf(ref), {
    channel: on.channel,
    address: { externalId: "9", to: customer.to, spent: {} },
  });
  const failure = { code: 4, subcode: null, trace: null };
  await pages.pause(on, 60_000, failure);
  assert.equal(await outbox.addressOf(ref), null);
  await pages.connect(bot.id, connection);
  const takenOver = { customer, atMs: null, kind: "taken_over" as const, inStandby: false };
  await store.channels.enqueue(on, [takenOver]);
  assert.equal(await outbox.addressOf(ref), null);
  await store.channels.enqueue(on, [{ customer, atMs: null, kind: "handed_back" }]);
  assert(await outbox.addressOf(ref));
  const { connectedAt } = (await pages.find(on))!;
  await pages.stop(on, connectedAt, { reason: "auth", failure });
  assert.equal(await outbox.addressOf(ref), null);
});
