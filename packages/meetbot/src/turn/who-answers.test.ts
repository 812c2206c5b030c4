import assert from "node:assert/strict";
import { test } from "node:test";
import { type Held, heldByBot } from "@meetbot/model/desk/holder.ts";
import { whoAnswers } from "./who-answers.ts";

const now = Date.UTC(2026, 10, 25, 12);
const hour = 3_600_000;
const ada = (hoursAgo: number): Held => ({
  holder: "person",
  by: "op_ada",
  atMs: now - hoursAgo * hour,
});
const text = (words: string) => ({ kind: "text" as const, text: words });
const tap = (payload: string) => ({ kind: "tap" as const, payload });
const at = { now, idleHours: 24 };

test("the bot answers until a person has it, also while one is called", () => {
  const answers = { bot: true, back: null };
  assert.deepEqual(whoAnswers(heldByBot, text("hi"), at), answers);
  const waiting: Held = { holder: "waiting", by: null, atMs: now };
  assert.deepEqual(whoAnswers(waiting, text("where is MB12345678?"), at), answers);
  assert.deepEqual(whoAnswers(ada(0), text("where is MB12345678?"), at), { bot: false });
  assert.deepEqual(whoAnswers(ada(0), { kind: "media" }, at), { bot: false });
});

test("who wants the bot has it back: its menu, a new beginning, or its name alone", () => {
  const back = { bot: true, back: "menu" };
  const start = { kind: "start" as const, locale: null, account: null };
  const wishes = [
    start,
    tap("menu:orders"),
    tap("menu:start_over"),
    text(" Menu "),
    text("机器人"),
  ];
  for (const wish of wishes) assert.deepEqual(whoAnswers(ada(0), wish, at), back);
  const words = [
    tap("menu:person"),
    tap("token"),
    text("are you a bot?"),
    text("the menu is broken"),
  ];
  for (const word of words) assert.deepEqual(whoAnswers(ada(0), word, at), { bot: false });
});

test("a person who wrote nothing for so long is not waited for when the customer writes", () => {
  assert.deepEqual(whoAnswers(ada(23.9), text("hello?"), at), { bot: false });
  assert.deepEqual(whoAnswers(ada(24), text("hello?"), at), { bot: true, back: "idle" });
  const lunch = { now, idleHours: 1 };
  assert.deepEqual(whoAnswers(ada(1), text("hello?"), lunch), { bot: true, back: "idle" });
});

test("where another app of the page answers, its platform says for how long", () => {
  const other = (hours: number): Held => ({
    ...{ holder: "person", by: "elsewhere", atMs: now - hours * 3_600_000 },
  });
  assert.deepEqual(whoAnswers(other(24), { ...text("hi"), quiet: true }, at), { bot: false });
  assert.deepEqual(whoAnswers(other(24), text("hi"), at), { bot: true, back: "idle" });
  // It was in hand when the other app took over: that one has read it.
  assert.deepEqual(whoAnswers(other(0), text("hi"), at), { bot: false });
});
