import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";
import { noticeAgain } from "./asked-again.ts";

const withinMs = outcomeTimes.askedAgainWithinMinutes * 60_000;
const written = (question: string | null) => ({ question, isWritten: true });

test("who writes the same question within ten minutes asks again, and later does not", () => {
  const { askedAgain, questions } = noticeAgain([], written("MB1"), 0);
  assert.equal(askedAgain, false);
  assert.equal(noticeAgain(questions, written("MB1"), withinMs - 1).askedAgain, true);
  assert.equal(noticeAgain(questions, written("MB2"), withinMs - 1).askedAgain, false);
  assert.equal(noticeAgain(questions, written(null), withinMs - 1).askedAgain, false);
  assert.equal(noticeAgain(questions, written("MB1"), withinMs).askedAgain, false);
  assert.equal(withinMs, 600_000);
});

test("a tapped button asks nothing again, and what it asked can be asked again in words", () => {
  const tapped = { question: "MB1", isWritten: false };
  const first = noticeAgain([], written("MB1"), 0);
  const second = noticeAgain(first.questions, tapped, withinMs - 1);
  assert.equal(second.askedAgain, false);
  assert.equal(noticeAgain(second.questions, written("MB1"), withinMs + 1).askedAgain, true);
});

test("of questions little is remembered: a hash, the last few, and not for long", () => {
  let questions: ReturnType<typeof noticeAgain>["questions"] = [];
  for (let nth = 0; nth < 20; nth++) {
    questions = noticeAgain(questions, written(`yilia@meetbot.biz ${nth}`), nth).questions;
  }
  assert.equal(questions.length, 8);
  assert.doesNotMatch(JSON.stringify(questions), /yilia/);
  assert.deepEqual(noticeAgain(questions, written(null), withinMs + 20).questions, []);
});
