import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { startQueueWork } from "./start-queue-work.ts";

const hourMs = 3_600_000;

/** A queue in memory, whose work ends when the test says so. */
function openQueue(t: TestContext, { atOnce = 2, everyMs = hourMs } = {}) {
  const waiting: string[] = [];
  const begun = new Map<string, PromiseWithResolvers<void>>();
  const warned: string[] = [];
  let faults = 0;
  let looks = 0;
  let mayBeDue = true;
  const work = startQueueWork<string>({
    name: "a queue",
    atOnce,
    everyMs,
    async isDue() {
      looks += 1;
      return mayBeDue;
    },
    async take() {
      if (faults > 0) {
        faults -= 1;
        throw new Error("away");
      }
      return waiting.shift() ?? null;
    },
    async work(lease) {
      const ended = Promise.withResolvers<void>();
      begun.set(lease, ended);
      await ended.promise;
    },
    log: { warn: (_, message) => warned.push(message) },
  });
  t.after(async () => {
    for (const { resolve } of begun.values()) resolve();
    await work.stop();
  });
  /** Resolves once the queue has handled what happened before. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    work,
    waiting,
    warned,
    begun: () => [...begun.keys()],
    end: (lease: string) => begun.get(lease)?.resolve(),
    fail: (lease: string) => begun.get(lease)?.reject(new Error("no")),
    failLook: () => {
      faults = 1;
    },
    async add(...leases: string[]) {
      waiting.push(...leases);
      work.wake();
      await settled();
    },
    settled,
    looks: () => looks,
    empty: () => {
      mayBeDue = false;
    },
  };
}

test("works on several at once and takes the next as soon as one has ended, however that was", async (t) => {
  const queue = openQueue(t);
  await queue.settled();
  await queue.add("a", "b", "c", "d");
  assert.deepEqual(queue.begun(), ["a", "b"]);
  queue.end("b");
  await queue.settled();
  assert.deepEqual(queue.begun(), ["a", "b", "c"]);
  queue.fail("a");
  await queue.settled();
  assert.deepEqual(queue.begun(), ["a", "b", "c", "d"]);
  assert.deepEqual(queue.warned, ["work of a queue failed"]);
});

test("goes on looking after the database was away", async (t) => {
  const queue = openQueue(t);
  await queue.settled();
  queue.failLook();
  await queue.add("a");
  assert.deepEqual([queue.begun(), queue.warned], [[], ["a queue could not be looked through"]]);
  await queue.add();
  assert.deepEqual(queue.begun(), ["a"]);
});

test("finds by itself what nobody told of", async (t) => {
  const queue = openQueue(t, { everyMs: 5 });
  await queue.settled();
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = setInterval(() => queue.begun().length > 0 && resolve(), 5);
  t.after(() => clearInterval(look));
  await queue.add();
  await queue.add("late");
  await promise;
});

test("a stop takes nothing new and waits for what is in hand", async (t) => {
  const queue = openQueue(t, { atOnce: 1 });
  await queue.settled();
  await queue.add("a", "b");
  let isStopped = false;
  const stopped = queue.work.stop().then(() => {
    isStopped = true;
  });
  await queue.settled();
  assert.equal(isStopped, false);
  queue.end("a");
  await stopped;
  assert.deepEqual(queue.begun(), ["a"]);
});

test("takes nothing while nothing may be due, and whatever it is told of without asking", async (t) => {
  const queue = openQueue(t, { everyMs: 5 });
  queue.empty();
  await queue.settled();
  await queue.add("a");
  assert.deepEqual(queue.begun(), ["a"]);
  queue.waiting.push("b");
  const looks = queue.looks();
  await eventually(2_000, async () => assert.ok(queue.looks() > looks + 1));
  assert.deepEqual(queue.begun(), ["a"]);
});
