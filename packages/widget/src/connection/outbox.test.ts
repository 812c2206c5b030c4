import assert from "node:assert/strict";
import { test } from "node:test";
import type { Unsent } from "./keep.ts";
import { createOutbox } from "./outbox.ts";

type Outcome = "stored" | "refused" | "over" | "again" | number;

const written = (id: string): Unsent => ({
  id,
  at: 1,
  text: `text ${id}`,
  payload: null,
  failed: false,
});

/** An outbox whose posts end as listed, and then well; all that happens is written down. */
function outboxOf({ outcomes = [], left = [] }: { outcomes?: Outcome[]; left?: Unsent[] } = {}) {
  const posted: string[] = [];
  const waits: number[] = [];
  const kept = new Map(left.map((unsent) => [unsent.id, unsent]));
  const line = { isUp: true };
  const outbox = createOutbox(
    {
      async post({ id }) {
        posted.push(id);
        return outcomes.shift() ?? "stored";
      },
      lineIsUp: () => line.isUp,
      wait: async (ms) => void waits.push(ms),
      save: (unsent) => void kept.set(unsent.id, unsent),
      drop: (id) => void kept.delete(id),
      onChange() {},
      random: () => 0,
    },
    left,
  );
  const states = () =>
    outbox.entries().map((entry) => `${entry.key} ${entry.from === "customer" && entry.state}`);
  return { outbox, posted, waits, kept, line, states };
}

test("messages go out in the order in which they were written, one at a time", async () => {
  const { outbox, posted, states, kept } = outboxOf();
  outbox.add(written("a"));
  outbox.add(written("b"));
  assert.deepEqual(states(), ["a sending", "b sending"]);
  await Promise.all([outbox.send(), outbox.send()]);
  assert.deepEqual(posted, ["a", "b"]);
  assert.deepEqual(states(), ["a sent", "b sent"]);
  assert.equal(kept.size, 0);
});

test("what failed is tried again under its id, later each time, before what follows", async () => {
  const { outbox, posted, waits } = outboxOf({ outcomes: ["again", "again", "stored"] });
  outbox.add(written("a"));
  outbox.add(written("b"));
  await outbox.send();
  assert.deepEqual(posted, ["a", "a", "a", "b"]);
  assert.deepEqual(waits, [1000, 2000]);
});

test("after six tries on a line that is up a message has failed, and the next one goes out", async () => {
  const { outbox, posted, states, kept } = outboxOf({ outcomes: Array(6).fill("again") });
  outbox.add(written("a"));
  outbox.add(written("b"));
  await outbox.send();
  assert.deepEqual(posted, ["a", "a", "a", "a", "a", "a", "b"]);
  assert.deepEqual(states(), ["a failed", "b sent"]);
  assert.equal(kept.get("a")?.failed, true);
});

test("where too much was asked for, the next try comes as the server says, and does not count", async () => {
  const { outbox, posted, waits, states } = outboxOf({ outcomes: Array(20).fill(7000) });
  outbox.add(written("a"));
  const sending = outbox.send();
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(states(), ["a waiting"]);
  await sending;
  assert.deepEqual([posted.length, new Set(waits)], [21, new Set([7000])]);
  assert.deepEqual(states(), ["a sent"]);
});

test("on a line that is cut nothing fails, however often it is tried", async () => {
  const { outbox, posted, waits, states, line } = outboxOf({ outcomes: Array(20).fill("again") });
  line.isUp = false;
  outbox.add(written("a"));
  await outbox.send();
  assert.equal(posted.length, 21);
  assert.equal(Math.max(...waits), 30_000);
  assert.deepEqual(states(), ["a sent"]);
});

test("what the server refuses fails at once and goes again when the customer says so, last", async () => {
  const { outbox, posted, states } = outboxOf({ outcomes: ["refused"] });
  outbox.add(written("a"));
  await outbox.send();
  outbox.add(written("b"));
  assert.deepEqual(states(), ["a failed", "b sending"]);
  outbox.retry("a");
  outbox.retry("b");
  assert.deepEqual(states(), ["b sending", "a sending"]);
  await outbox.send();
  assert.deepEqual(posted, ["a", "b", "a"]);
  assert.deepEqual(states(), ["b sent", "a sent"]);
});

test("what stands in the transcript is not sent again, nor shown twice", async () => {
  const { outbox, posted, kept } = outboxOf();
  outbox.add(written("a"));
  outbox.arrived("a");
  outbox.arrived("a");
  await outbox.send();
  assert.deepEqual([posted, outbox.entries(), kept.size], [[], [], 0]);
});

test("what was left by a page before goes out, but for what had failed", async () => {
  const left = [written("a"), { ...written("b"), failed: true }];
  const { outbox, posted, states } = outboxOf({ left });
  assert.deepEqual(states(), ["a sending", "b failed"]);
  await outbox.send();
  assert.deepEqual(posted, ["a"]);
});

test("when the conversation is over, all that is unsent fails, and what is written after it too", async () => {
  const { outbox, posted, states } = outboxOf({ outcomes: ["stored", "over"] });
  for (const id of ["a", "b", "c"]) outbox.add(written(id));
  await outbox.send();
  outbox.add(written("d"));
  outbox.retry("b");
  await outbox.send();
  assert.deepEqual(posted, ["a", "b"]);
  assert.deepEqual(states(), ["a sent", "b failed", "c failed", "d failed"]);
});

test("what is left when the page goes on to another conversation is kept as it was", async () => {
  const { outbox, kept } = outboxOf({ outcomes: ["refused"] });
  outbox.add(written("a"));
  const sending = outbox.send();
  outbox.stop();
  await sending;
  assert.deepEqual([outbox.entries(), kept.get("a")], [[], written("a")]);
});
