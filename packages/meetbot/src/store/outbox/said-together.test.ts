import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import { answer, customer, on, openConnected, wrote } from "./connected.fixture.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxLease } from "./outbox-lease.ts";

// A turn says three things, and the first goes out in one message with the second.

async function openSending(t: TestContext) {
  const opened = await openConnected(t);
  const { outbox } = opened.store.channels;
  const ref = await answer(opened.store, [wrote("m1")], "one", "two", "three");
  const first = (await outbox.take(ref))!;
  const arrived = (seq: number, part = 0): ChannelFact => {
    const { conversationId } = ref;
    return { customer, atMs: null, kind: "arrived", conversationId, seq, part };
  };
  return {
    ...{ ...opened, outbox, ref, first },
    together: { ...first, seq: first.seq + 1 },
    hearEcho: (seq: number, part?: number) =>
      opened.store.channels.enqueue(on, [arrived(seq, part)]),
    async statuses() {
      const text = "select status from messages where direction = 'out' order by seq";
      return (await opened.run(text)).map((row) => (row as { status: string }).status).join();
    },
    async failed() {
      const rows = await opened.run("select seq from outbound_failures order by seq");
      return rows.map((row) => (row as { seq: number }).seq - first.seq + 1);
    },
    /** What is sent next, once its time has come: which of the three, and how many parts of it arrived. */
    async next() {
      await opened.run("update outboxes set send_at = now() where send_at is not null");
      const lease = await outbox.take(ref);
      return lease && [lease.seq - first.seq + 1, lease.sentParts];
    },
  };
}

const failure = { class: "bad" as const, code: 100, subcode: null, trace: null };
const progress = { sentParts: 0, tries: 1, after: "echo" as const };
const unknown = { ...progress, status: "unknown" as const };
const waiting = { ...progress, status: "queued" as const, after: 60_000 };
const onePart = { status: "sending" as const, sentParts: 1, tries: 0, after: 0 };

interface Outcome {
  end(outbox: Outbox, together: OutboxLease): Promise<unknown>;
  statuses: string;
  failed?: number[];
  next: [message: number, sentParts: number] | null;
}

const outcomes: Record<string, Outcome> = {
  "they arrived": {
    end: (outbox, together) => outbox.markSent(together, false),
    ...{ statuses: "sent,sent,queued", next: [3, 0] },
  },
  "their first part arrived": {
    end: (outbox, together) => outbox.proceed(together, onePart),
    ...{ statuses: "sent,sending,queued", next: [2, 1] },
  },
  "they may have arrived": {
    end: (outbox, together) => outbox.proceed(together, unknown),
    ...{ statuses: "unknown,unknown,queued", next: [1, 0] },
  },
  "they did not arrive": {
    end: (outbox, together) => outbox.proceed(together, waiting),
    ...{ statuses: "queued,queued,queued", next: [1, 0] },
  },
  "they were given up": {
    end: (outbox, together) => outbox.giveUp(together, { failure }),
    ...{ statuses: "failed,failed,queued", failed: [1, 2], next: [3, 0] },
  },
  "all was given up": {
    end: (outbox, together) => outbox.giveUp(together, { failure, all: true }),
    ...{ statuses: "failed,failed,failed", failed: [1, 2, 3], next: null },
  },
};

for (const [what, { end, statuses, failed = [], next }] of Object.entries(outcomes)) {
  test(`two replies in one message: ${what}`, async (t) => {
    const { outbox, together, ...sending } = await openSending(t);
    await end(outbox, together);
    assert.equal(await sending.statuses(), statuses);
    assert.deepEqual(await sending.failed(), failed);
    assert.deepEqual(await sending.next(), next);
  });
}

test("the echo of two replies in one message tells of both, before the answer and after it", async (t) => {
  const { outbox, together, hearEcho, statuses, next } = await openSending(t);
  await hearEcho(together.seq);
  assert.equal(await statuses(), "sent,queued,queued");
  // The answer was lost.
  await outbox.proceed(together, unknown);
  assert.equal(await statuses(), "sent,unknown,queued");
  await hearEcho(together.seq);
  assert.deepEqual(await next(), [2, 1]);
});

test("where the answer was lost, the echo lets it go on at once", async (t) => {
  const { outbox, ref, together, hearEcho, statuses } = await openSending(t);
  await outbox.proceed(together, unknown);
  assert.deepEqual((await hearEcho(together.seq)).sendable, [ref]);
  const lease = await outbox.take(ref);
  assert.deepEqual([lease?.seq, lease?.sentParts], [together.seq, 1]);
  await outbox.markSent(lease!, false);
  assert.equal(await statuses(), "sent,sent,queued");
});

test("who tries again is waited for: the first attempt's echo lets nobody send beside it", async (t) => {
  const { outbox, ref, together, hearEcho, statuses, next } = await openSending(t);
  await outbox.proceed(together, unknown);
  assert.deepEqual(await next(), [1, 0]);
  assert.equal(await statuses(), "sending,sending,queued");
  await hearEcho(together.seq);
  assert.equal(await outbox.take(ref), null);
});

test("echoes of both, where each was tried alone before, leave nothing to send of them", async (t) => {
  const { first, together, hearEcho, next } = await openSending(t);
  await hearEcho(first.seq);
  await hearEcho(together.seq);
  assert.deepEqual(await next(), [2, 1]);
});

test("an echo that names a message that the bot did not say changes nothing", async (t) => {
  const { store, first, hearEcho, statuses, next } = await openSending(t);
  await answer(store, [wrote("m2")], "four");
  const fromCustomer = first.seq + 3;
  for (const seq of [fromCustomer, fromCustomer + 7]) await hearEcho(seq);
  assert.equal(await statuses(), "queued,queued,queued,queued");
  assert.deepEqual(await next(), [1, 0]);
});

test("a reply that was tried alone stays alone, as long as its echo may come", async (t) => {
  const { outbox, ref, first, next } = await openSending(t);
  await outbox.proceed(first, unknown);
  assert.deepEqual(await next(), [1, 0]);
  const kinds = async () => (await outbox.saidBehind(first)).map((reply) => reply?.kind ?? null);
  assert.deepEqual(await kinds(), [null, null]);
  const again = { ...first, fence: first.fence + 1 };
  await outbox.proceed(again, waiting);
  assert.deepEqual(await kinds(), ["text", "text"]);
  assert.equal(await outbox.take(ref), null);
});

test("what was tried together and is tried alone now may have arrived, whatever comes of that", async (t) => {
  const { outbox, first, together, statuses, next } = await openSending(t);
  await outbox.proceed(together, unknown);
  assert.deepEqual(await next(), [1, 0]);
  await outbox.proceed({ ...first, fence: first.fence + 1 }, waiting);
  assert.equal(await statuses(), "queued,unknown,queued");
});

test("what a turn queues while all that waits is given up is not lost", async (t) => {
  const { outbox, ref, first, operator, isBlocked, statuses, failed, next } = await openSending(t);
  await operator(async (turn) => {
    await turn.query("begin");
    await turn.query("select from outboxes for no key update");
    const ending = outbox.giveUp(first, { failure, all: true });
    await isBlocked(1);
    await turn.query(
      `insert into messages (bot_id, conversation_id, seq, direction, body, status)
      select bot_id, conversation_id, seq + 4, direction, body, status from messages where seq = $1`,
      [first.seq],
    );
    await turn.query("update outboxes set queued_seq = $1", [first.seq + 4]);
    await turn.query("commit");
    assert.deepEqual(await ending, { more: true });
  });
  assert.equal(await statuses(), "failed,failed,failed,queued");
  assert.deepEqual(await failed(), [1, 2, 3]);
  assert.deepEqual(await outbox.due(10), [ref]);
  assert.deepEqual(await next(), [5, 0]);
});

test("what is said right behind a message is read in its order, and what was overwritten is not", async (t) => {
  const { outbox, first, together, run } = await openSending(t);
  await run(`update messages set redacted_at = now() where seq = ${first.seq + 2}`);
  const behind = await outbox.saidBehind(first);
  assert.deepEqual(
    behind.map((reply) => reply && reply.kind === "text" && reply.text),
    ["two", null],
  );
  assert.equal((await outbox.markSent(together, true)).next?.reply, null);
});
