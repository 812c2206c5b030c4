import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales } from "../languages/customer-locale.ts";
import { dayWords } from "./day-words.ts";

const today = "2026-11-28";

test("the days around today are called by their names, and others by their dates", () => {
  const told = {
    de: ["gestern", "heute", "morgen", "am 30.11.2026", "am 26.11.2026"],
    en: ["yesterday", "today", "tomorrow", "on Nov 30, 2026", "on Nov 26, 2026"],
    es: ["ayer", "hoy", "mañana", "el 30 nov 2026", "el 26 nov 2026"],
    ja: ["昨日", "今日", "明日", "2026/11/30", "2026/11/26"],
    "pt-BR": ["ontem", "hoje", "amanhã", "em 30 de nov. de 2026", "em 26 de nov. de 2026"],
    fr: ["hier", "aujourd’hui", "demain", "le 30 nov. 2026", "le 26 nov. 2026"],
    zh: ["昨天", "今天", "明天", " 2026年11月30日 ", " 2026年11月26日 "],
    "zh-Hant": ["昨天", "今天", "明天", " 2026年11月30日 ", " 2026年11月26日 "],
  };
  const days = ["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-11-26"];
  for (const locale of customerLocales) {
    assert.deepEqual(
      days.map((day) => dayWords(day, locale, today)),
      told[locale],
      locale,
    );
  }
});

test("tomorrow is the next calendar day across months, years and changes of the clock", () => {
  const nextDays = [
    ["2026-12-31", "2027-01-01"],
    ["2028-02-28", "2028-02-29"],
    ["2027-02-28", "2027-03-01"],
    ["2026-10-25", "2026-10-26"],
    ["2027-03-28", "2027-03-29"],
  ] as const;
  for (const [day, next] of nextDays) {
    assert.equal(dayWords(next, "en", day), "tomorrow", next);
    assert.equal(dayWords(day, "en", next), "yesterday", day);
  }
});

test("what is no calendar date is not told as a day", () => {
  for (const day of [undefined, "", "soon", "2026-02-30", "2026-13-01", "28.11.2026"]) {
    assert.equal(dayWords(day, "en", today), "", day);
  }
});
