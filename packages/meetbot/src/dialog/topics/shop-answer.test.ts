import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { toCalendarDate } from "@meetbot/presentation";
import { shopAnswerTo } from "./shop-answer.ts";

const said = (text: string) => ({ text, buttons: [] });
const always = { validFrom: null, validUntil: null };

const speaking = (returns: Answer, today = "2026-11-28", locale = "de" as const) => ({
  ...{ answers: { ...emptyBook, answers: { returns } }, today, locale },
});

test("an answer is said in the customer's language, else in the bot's, else in any", () => {
  const texts = { en: said("e"), zh: said("z"), de: said("d") };
  const inAll = speaking({ texts, ...always });
  assert.deepEqual(shopAnswerTo("returns", "zh", inAll), { ...said("z"), foreign: null });
  assert.deepEqual(shopAnswerTo("returns", "zh-Hant", inAll), { ...said("z"), foreign: null });
  assert.deepEqual(shopAnswerTo("returns", "es", inAll), { ...said("d"), foreign: "de" });
  const inOne = speaking({ texts: { en: said("e") }, ...always });
  assert.deepEqual(shopAnswerTo("returns", "zh", inOne), { ...said("e"), foreign: "en" });
  assert.equal(shopAnswerTo("returns", "zh", speaking({ texts: {}, ...always })), null);
});

test("it is said from the first day to the last, by the bot's clock", () => {
  const answer = { texts: { de: said("d") }, validFrom: "2026-11-28", validUntil: "2026-11-30" };
  const at = (moment: string) => {
    const today = toCalendarDate(new Date(moment), "Asia/Shanghai");
    return shopAnswerTo("returns", "de", speaking(answer, today)) !== null;
  };
  assert.deepEqual(["2026-11-27T15:59:59Z", "2026-11-27T16:00:00Z"].map(at), [false, true]);
  assert.deepEqual(["2026-11-30T15:59:59Z", "2026-11-30T16:00:00Z"].map(at), [true, false]);
});

test("what names no topic has no answer", () => {
  const answers = speaking({ texts: { de: said("d") }, ...always });
  for (const id of ["refund", "own_gifts", "__proto__", "toString", ""]) {
    assert.equal(shopAnswerTo(id, "de", answers), null);
  }
});
