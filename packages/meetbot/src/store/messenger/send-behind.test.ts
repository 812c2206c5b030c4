import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { bot, turnSaying } from "../store.fixture.ts";
import { arrived, customer, openConnected, takenOver, takenTurn } from "./connected.fixture.ts";
import type { Outbox, OutboxLease } from "./messenger-shelf.ts";

// A turn says three things, and the second of them is sent under the lease of the first, which is not noted.

async function openSending(t: TestContext) {
  const opened = await openConnected(t);
  const { mailbox, messenger } = opened.store;
  const turn = await takenTurn(opened.store, "m1");
  const settled = await mailbox.settle(turn, turnSaying("one", "two", "three"), true);
  assert(settled.outcome === "settled" && settled.message);
  const first = settled.message;
  return {
    ...opened,
    ...{ first, second: { ...first, seq: first.seq + 1, unnoted: 1 }, outbox: messenger.outbox },
    hear: (...facts: Parameters<typeof messenger.admit>[2]) => messenger.admit(bot.id, "9", facts),
    async statuses() {
      const text = "select status from messages where direction = 'out' order by seq";
      return (await opened.run(text)).map((row) => (row as { status: string }).status).join();
    },
    /** What is sent next, once its time has come: which of the three, and how many parts of it arrived. */
    async next() {
      await opened.run(
        "update messenger_conversations set send_at = now() where send_at is not null",
      );
      const lease = await messenger.outbox.take(first);
      return lease && [lease.seq - first.seq + 1, lease.sentParts];
    },
  };
}

const failure = { class: "bad" as const, code: 100, subcode: null, trace: null };
const unknown = { status: "unknown" as const, sentParts: 0, tries: 1, after: "echo" as const };
const onePart = { status: "sending" as const, sentParts: 1, tries: 0, after: 0 };

interface Outcome {
  end(outbox: Outbox, second: OutboxLease): Promise<unknown>;
  statuses: string;
  failed: number[];
  /** Something may be sent at once. */
  isDue: boolean;
  next: [message: number, sentParts: number] | null;
}

const outcomes: Record<string, Outcome> = {
  "it was sent": {
    end: (outbox, second) => outbox.noteSent(second, false),
    ...{ statuses: "sent,sent,queued", failed: [], isDue: true, next: [3, 0] },
  },
  "one part of it was sent": {
    end: (outbox, second) => outbox.proceed(second, onePart),
    ...{ statuses: "sent,sending,queued", failed: [], isDue: true, next: [2, 1] },
  },
  "it may have arrived": {
    end: (outbox, second) => outbox.proceed(second, unknown),
    ...{ statuses: "sent,unknown,queued", failed: [], isDue: false, next: [2, 0] },
  },
  "it was given up": {
    end: (outbox, second) => outbox.giveUp(second, { failure }),
    ...{ statuses: "sent,failed,queued", failed: [2], isDue: true, next: [3, 0] },
  },
  "all was given up": {
    end: (outbox, second) => outbox.giveUp(second, { failure, all: true }),
    ...{ statuses: "sent,failed,failed", failed: [2, 3], isDue: false, next: null },
  },
};

for (const [what, { end, ...expected }] of Object.entries(outcomes)) {
  for (const isEchoed of [false, true]) {
    const name = `${what}: the one before it was sent${isEchoed ? ", as its echo tells" : ""}`;
    test(name, async (t) => {
      const { first, second, outbox, run, ...sending } = await openSending(t);
      if (isEchoed) await sending.hear(arrived(first, first.seq));
      await end(outbox, second);
      assert.equal(await sending.statuses(), expected.statuses);
      const failed = (await run("select seq from messenger_failures order by seq")) as {
        seq: number;
      }[];
      assert.deepEqual(
        failed.map(({ seq }) => seq - first.seq + 1),
        expected.failed,
      );
      assert.equal((await outbox.due(10)).length > 0, expected.isDue);
      assert.deepEqual(await sending.next(), expected.next);
    });
  }
}

test("an echo tells of the messages before its own, in whichever order echoes come", async (t) => {
  const { first, second, outbox, ...sending } = await openSending(t);
  await sending.hear(arrived(first, second.seq));
  assert.equal(await sending.statuses(), "sent,queued,queued");
  assert.equal((await sending.hear(arrived(first, first.seq))).sendable.length, 0);
  assert.deepEqual(await sending.next(), [2, 1]);
  // Whoever sent them has been too slow.
  assert.deepEqual(await outbox.noteSent(second, true), { more: false, next: null });
});

test("who lost the answer to a message waits for nothing where its echo has come", async (t) => {
  const { first, second, outbox, run, ...sending } = await openSending(t);
  await sending.hear(arrived(first, first.seq), arrived(first, second.seq));
  assert.equal(await outbox.proceed(second, unknown), true);
  assert.equal((await outbox.take(first))?.sentParts, 1);
});

test("a conversation that is handed back waits for the call that may be under way", async (t) => {
  const { first, second, outbox, run, ...sending } = await openSending(t);
  const handedBack = { customer, atMs: null, kind: "handed_back" as const };
  await sending.hear(arrived(first, first.seq), takenOver(false), handedBack);
  assert.equal(await outbox.take(first), null);
  await outbox.noteSent(second, false);
  assert.equal((await outbox.take(first))?.seq, second.seq + 1);
});
