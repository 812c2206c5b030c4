import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";
import { bot } from "../store.fixture.ts";
import { openPast, type Played, quartersAgo } from "./overview.fixture.ts";

const answered: Played = { question: "answered" };
const notFound: Played = { question: "not_found" };
const unavailable: Played = { question: "unavailable", deliveries: [{ outcome: "timeout" }] };
const missed: Played = { unanswered: "not_understood" };
const otherTopic: Played = { unanswered: "other_topic" };
const askedBack: Played = { unanswered: "asked_back" };
const person: Played = { personAsked: true };
const again: Played = { ...answered, askedAgain: true };
const thanks: Played = { event: { kind: "text", text: "thanks" } };
const emailAsked: Played = { outcome: "in_progress" };
const tapped: Played = { event: { kind: "tap", payload: "menu:orders" }, outcome: "in_progress" };

async function openWithFigures(t: TestContext) {
  const past = await openPast(t);
  await past.countedUntil(quartersAgo(200));
  const bounds = [quartersAgo(180), quartersAgo(-2)];
  return {
    ...past,
    figures: async () => (await past.store.overview.figures(bot.id, bounds))[0]!,
  };
}

/** What each conversation holds, and whether its customer served themselves. */
const conversations: [holds: Played[], isSelfServed: boolean][] = [
  [[answered], true],
  [[answered, thanks], true],
  [[notFound, answered], true],
  [[unavailable, answered], true],
  [[askedBack, tapped, answered], true],
  [[], false],
  [[thanks], false],
  [[notFound], false],
  [[answered, missed], false],
  [[missed, answered], false],
  [[otherTopic, answered], false],
  [[answered, askedBack], false],
  [[answered, again], false],
  [[answered, notFound], false],
  [[answered, unavailable, thanks], false],
  [[answered, person], false],
  [[person, answered], false],
  [[answered, { outcome: "refused" }], false],
];

test("an answer counts as self-served only if nothing was missed, refused last or asked again", async (t) => {
  const { hold, store, run } = await openWithFigures(t);
  const first = 8 + conversations.length;
  for (const [nth, [holds]] of conversations.entries()) await hold(quartersAgo(first - nth), holds);
  const bounds = Array.from({ length: conversations.length + 1 }, (_, nth) =>
    quartersAgo(first - nth),
  );
  const told = async () => {
    const parts = await store.overview.figures(bot.id, bounds);
    return conversations.map(([holds], nth) => [JSON.stringify(holds), parts[nth]?.selfServed]);
  };
  const expected = conversations.map(([holds, is]) => [JSON.stringify(holds), Number(is)]);
  assert.deepEqual(await told(), expected);
  await store.overview.tally();
  await run("delete from conversations");
  assert.deepEqual(await told(), expected);
});

test("what is missed or asked again after the first day changes nothing any more", async (t) => {
  const { hold, say, figures } = await openWithFigures(t);
  const ref = await hold(quartersAgo(100), [answered]);
  for (const later of [missed, again, notFound]) await say(ref, quartersAgo(1), later);
  const { selfServed, askedAgain, leftAfterRefusal } = await figures();
  assert.deepEqual([selfServed, askedAgain, leftAfterRefusal], [1, 0, 0]);
});

test("who left is counted half an hour after a refusal that nothing followed", async (t) => {
  const { hold, figures, run } = await openWithFigures(t);
  const leave = [
    [notFound],
    [unavailable],
    [answered, missed],
    [otherTopic, thanks],
    [askedBack],
    [{ outcome: "refused" as const }],
  ];
  const stay = [
    [answered],
    [thanks],
    [missed, answered],
    [notFound, emailAsked],
    [missed, person],
    [person, missed],
  ];
  for (const holds of [...leave, ...stay]) await hold(quartersAgo(8), holds);
  const idleFor = (minutes: number) =>
    run("update conversations set active_at = now() - make_interval(mins => $1)", [minutes]);
  await idleFor(outcomeTimes.leftAfterMinutes - 1);
  assert.equal((await figures()).leftAfterRefusal, 0);
  await idleFor(outcomeTimes.leftAfterMinutes + 1);
  assert.equal((await figures()).leftAfterRefusal, leave.length);
});

test("conversations in which the same was asked again are counted, and stay when they are deleted", async (t) => {
  const { hold, figures, store, run } = await openWithFigures(t);
  await hold(quartersAgo(8), [answered, again, again]);
  await hold(quartersAgo(8), [answered]);
  await hold(quartersAgo(8), [notFound]);
  await run("update conversations set active_at = created_at");
  await store.overview.tally();
  await run("delete from conversations");
  const { askedAgain, leftAfterRefusal } = await figures();
  assert.deepEqual([askedAgain, leftAfterRefusal], [1, 1]);
});

test("thumbs are counted, and who gave one down did not serve themselves", async (t) => {
  const { hold, figures, store, run } = await openWithFigures(t);
  const happy = await hold(quartersAgo(8), [answered]);
  const unhappy = await hold(quartersAgo(8), [answered, answered]);
  const late = await hold(quartersAgo(100), [answered]);
  await store.feedback.record(happy, null, "up");
  await store.feedback.record(unhappy, 2, "down");
  await store.feedback.record(unhappy, null, "up");
  await store.feedback.record(late, null, "down");
  const told = async () => {
    const { thumbsUp, thumbsDown, selfServed } = await figures();
    return { thumbsUp, thumbsDown, selfServed };
  };
  const expected = { thumbsUp: 2, thumbsDown: 2, selfServed: 2 };
  assert.deepEqual(await told(), expected);
  await store.overview.tally();
  await run("delete from conversations");
  assert.deepEqual(await told(), expected);
});
