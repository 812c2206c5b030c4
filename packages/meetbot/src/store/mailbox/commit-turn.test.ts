import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bot,
  delivery,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

const everything = `
  select to_jsonb(conversations), (select jsonb_agg(messages) from messages),
    (select count(*) from deliveries), (select count(*) from person_requests)
  from conversations`;

test("a turn stores its deliveries, newest first, and that a person was asked for", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  const later = { ...delivery, id: "order_list_2", startedAt: delivery.startedAt + 1 };
  const failed = { ...later, id: "order_list_3", startedAt: later.startedAt + 1 };
  const deliveries = [
    delivery,
    later,
    { ...failed, outcome: "timeout" as const, exchanges: [], durationMs: 8000.4 },
  ];

  const lease = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(lease!, { ...turnSaying("Hello"), deliveries, personAsked: true });

  assert.deepEqual(await store.deliveries(bot.id, 10), deliveries.toReversed());
  assert.equal((await store.deliveries(bot.id, 1))[0]?.id, "order_list_3");
  assert.deepEqual(await store.deliveries("another_bot", 10), []);
  assert.deepEqual(await run("select conversation_id, seq from person_requests"), [
    { conversation_id: ref.conversationId, seq: 1 },
  ]);
});

test("a turn under an older fence changes nothing", async (t) => {
  const { store, run } = await openTestStore(t, { leaseMs: 0 });
  const ref = await openConversation(store);
  const old = await store.mailbox.take(ref);
  await store.mailbox.take(ref);
  const before = await run(everything);

  const late = { ...turnSaying("late"), deliveries: [delivery], personAsked: true };
  assert.deepEqual(await store.mailbox.commitTurn(old!, late), { outcome: "lost" });

  assert.deepEqual(await run(everything), before);
});

test("a turn is settled once", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  const lease = await store.mailbox.take(ref);
  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("Hello")), {
    outcome: "settled",
    more: false,
    lastSeq: 2,
    message: null,
  });
  const before = await run(everything);

  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("Hello")), {
    outcome: "lost",
  });
  assert.equal(await store.mailbox.renew(lease!), false);

  assert.deepEqual(await run(everything), before);
});

test("a turn of a deleted conversation is lost", async (t) => {
  const { store, run } = await openTestStore(t);
  const lease = await store.mailbox.take(await openConversation(store));
  await run("delete from conversations");
  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("Hello")), {
    outcome: "lost",
  });
});

test("an event that arrives during a turn waits for the next", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const lease = await store.mailbox.take(ref);
  await store.mailbox.enqueue(ref, textEvent("meanwhile"));

  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("Hello")), {
    outcome: "settled",
    more: true,
    lastSeq: 3,
    message: null,
  });

  assert.deepEqual(await store.mailbox.due(10), [ref]);
  assert.equal((await store.mailbox.take(ref))?.event.dedupeKey, "meanwhile");
});

test("events that race with the turns are each handled once, in order", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const ref = await openConversation(store);
  const writers = Array.from({ length: 5 }, async (_, writer) => {
    for (let n = 0; n < 80; n++) await store.mailbox.enqueue(ref, textEvent(`${writer}/${n}`));
  });
  let written = false;
  const work = async ({ mailbox }: typeof store) => {
    for (;;) {
      const last = written;
      const lease = await mailbox.take(ref);
      if (lease) {
        await mailbox.commitTurn(lease, turnSaying(`to ${lease.event.seq}`));
      } else if (last && (await mailbox.due(1)).length === 0) return;
    }
  };
  const workers = [work(store), work(other)];
  await Promise.all(writers);
  written = true;
  await Promise.all(workers);

  const messages = await store.mailbox.messagesAfter(ref, 0, 1000);
  const asked = messages.filter(({ from }) => from === "customer").map(({ seq }) => `to ${seq}`);
  const replied = messages.flatMap((message) =>
    message.from === "bot" && message.reply.kind === "text" ? [message.reply.text] : [],
  );
  assert.equal(asked.length, 401);
  assert.deepEqual(replied, asked);
});
