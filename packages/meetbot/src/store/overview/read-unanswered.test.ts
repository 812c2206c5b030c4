import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { UnansweredReason } from "@meetbot/model/log/unanswered.ts";
import { bot } from "../store.fixture.ts";
import { openPast, type Played, quartersAgo } from "./overview.fixture.ts";
import type { UnansweredCursor } from "./read-unanswered.ts";

const every: UnansweredReason[] = ["not_understood", "asked_back", "other_topic"];

const wrote = (text: string, unanswered: UnansweredReason = "not_understood"): Played => ({
  event: { kind: "text", text },
  unanswered,
});
const understood: Played = { event: { kind: "text", text: "where is my order" } };

async function openList(t: TestContext) {
  const past = await openPast(t);
  const list = (after: UnansweredCursor | null = null, limit = 10, reasons = every) =>
    past.store.overview.unanswered(bot.id, { reasons, after, limit });
  return { ...past, list, texts: async () => (await list()).map(({ text }) => text) };
}

test("of what is said as often the newest stands first, as it was written", async (t) => {
  const { hold, list } = await openList(t);
  const ref = await hold(quartersAgo(9), [wrote("do you GIFT-wrap?"), understood]);
  await hold(quartersAgo(3), [understood, wrote("怎么退货", "other_topic")]);
  const entries = await list();
  assert.deepEqual(
    entries.map(({ text, reason, lastAt }) => [text, reason, lastAt]),
    [
      ["怎么退货", "other_topic", quartersAgo(3)],
      ["do you GIFT-wrap?", "not_understood", quartersAgo(9)],
    ],
  );
  assert.equal(entries[1]?.conversationId, ref.conversationId);
  assert.equal(entries[1]?.seq, 3);
});

test("what is said most often stands first, with how often and since when", async (t) => {
  const { hold, list } = await openList(t);
  await hold(quartersAgo(9), [wrote("gift wrap")]);
  await hold(quartersAgo(7), [wrote("blue"), wrote("gift wrap")]);
  const last = await hold(quartersAgo(2), [wrote("gift wrap")]);
  await hold(quartersAgo(1), [wrote("red")]);
  const [entry, ...others] = await list();
  assert(entry);
  assert.deepEqual([entry.times, entry.firstAt, entry.lastAt], [3, quartersAgo(9), quartersAgo(2)]);
  assert.equal(entry.conversationId, last.conversationId);
  assert.deepEqual(
    others.map(({ text, times }) => [text, times]),
    [
      ["red", 1],
      ["blue", 1],
    ],
  );
});

test("pages follow one another without a gap or a repetition, also at the same moment", async (t) => {
  const { hold, list } = await openList(t);
  const words = Array.from({ length: 7 }, (_, n) => `word ${"a".repeat(n)}`);
  for (const word of words) await hold(quartersAgo(2), [wrote(word)]);
  for (const word of words.slice(2, 4)) await hold(quartersAgo(1), [wrote(word)]);
  const seen: string[] = [];
  let after: UnansweredCursor | null = null;
  for (;;) {
    const page = await list(after, 3);
    seen.push(...page.map(({ text }) => text));
    after = page.at(-1)?.place ?? null;
    if (page.length < 3) break;
  }
  assert.deepEqual(seen.toSorted(), words);
});

test("who was asked back and then understood has been answered", async (t) => {
  const { hold, texts } = await openList(t);
  await hold(quartersAgo(9), [wrote("delivery?", "asked_back"), understood]);
  await hold(quartersAgo(8), [wrote("parcel?", "asked_back")]);
  await hold(quartersAgo(7), [wrote("box?", "asked_back"), wrote("blue")]);
  assert.deepEqual((await texts()).sort(), ["blue", "box?", "parcel?"]);
});

test("what came after it is known once a day has passed, and is not looked for again", async (t) => {
  const { hold, store, run, texts } = await openList(t);
  const old = quartersAgo(110);
  await run(`update tally_progress set counted_until = $1, open_from = $1`, [quartersAgo(120)]);
  await hold(old, [wrote("parcel?", "asked_back")]);
  await hold(old, [wrote("delivery?", "asked_back"), understood]);
  await hold(quartersAgo(8), [wrote("box?", "asked_back")]);
  await store.overview.tally();
  const known = await run("select is_followed from unanswered order by at, is_followed");
  assert.deepEqual(
    known.map((row) => (row as { is_followed: boolean | null }).is_followed),
    [false, true, null],
  );
  assert.deepEqual((await texts()).sort(), ["box?", "parcel?"]);
});

test("only what was asked for is listed", async (t) => {
  const { hold, list } = await openList(t);
  await hold(quartersAgo(9), [wrote("gift wrap"), wrote("refund", "other_topic")]);
  const texts = (await list(null, 10, ["other_topic"])).map(({ text }) => text);
  assert.deepEqual(texts, ["refund"]);
});

test("an utterance goes with its conversation, and nobody sees another bot's", async (t) => {
  const { hold, store, run, texts } = await openList(t);
  await hold(quartersAgo(9), [wrote("gift wrap")]);
  const page = { reasons: every, after: null, limit: 10 };
  assert.deepEqual(await store.overview.unanswered("bot_2", page), []);
  await run("delete from conversations");
  assert.deepEqual(await texts(), []);
});

test("a message that was overwritten is listed no more, and still counts", async (t) => {
  const { hold, store, run, list, texts } = await openList(t);
  await hold(quartersAgo(0), [wrote("gift wrap")]);
  const ref = await hold(quartersAgo(0), [wrote("gift wrap")]);
  const [before] = await list();
  assert.deepEqual(
    [before?.times, await store.conversationLog.as("Robin").redact(ref, 3)],
    [2, "redacted"],
  );
  const [entry] = await list();
  assert.deepEqual([entry?.text, entry?.times], ["gift wrap", 1]);
  const [figures] = await store.overview.figures(bot.id, [quartersAgo(4), quartersAgo(-2)]);
  assert.equal(figures?.notUnderstood, 2);
  await run("update unanswered set likeness = ''");
  assert.deepEqual(await texts(), []);
});

test("what was written is compared by a hash that needs a key, and stands nowhere else", async (t) => {
  const { hold, run } = await openList(t);
  await hold(quartersAgo(9), [wrote("gift wrap")]);
  const [row] = (await run("select to_jsonb(unanswered) as row, likeness from unanswered")) as [
    { row: object; likeness: Buffer },
  ];
  assert.equal(row.likeness.length, 32);
  assert.doesNotMatch(JSON.stringify(row.row) + row.likeness.toString("latin1"), /gift/);
});
