import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales } from "../languages/customer-locale.ts";
import { formatBackAt, formatNextOpen } from "./back-at.ts";

const friday = Date.parse("2026-11-27T19:00:00Z");
const monday = Date.parse("2026-11-30T08:00:00Z");
const berlin = { timeZone: "Europe/Berlin", isOwn: false, now: friday };

test("whoever comes at the weekend reads in their language when people are back, and by whose clocks", () => {
  const told = {
    de: "Wir sind am Montag um 9:00 Uhr wieder da (Mitteleuropäische Zeit).",
    en: "We are back on Monday at 9:00 AM (Berlin time).",
    es: "Volvemos el lunes (9:00 h, hora de Europa central).",
    ja: "月曜日9:00に再開します（中央ヨーロッパ時間）。",
    "pt-BR": "Voltamos segunda-feira às 9:00 (Horário da Europa Central).",
    fr: "Nous serons de retour lundi à 9:00 (heure d’Europe centrale).",
    zh: "人工客服将在星期一 9:00 上线（中欧时间）。",
    "zh-Hant": "真人客服將在星期一 上午9:00 上線（中歐時間）。",
  };
  for (const locale of customerLocales) {
    assert.equal(formatBackAt(locale, monday, berlin), told[locale], locale);
  }
});

test("a customer whose zone is known reads it by their own clocks, also where it is another day there", () => {
  const shanghai = { timeZone: "Asia/Shanghai", isOwn: true, now: friday };
  assert.equal(
    formatBackAt("zh", monday, shanghai),
    "人工客服将在星期一 16:00 上线（您当地时间）。",
  );
  const auckland = { timeZone: "Pacific/Auckland", isOwn: true, now: friday };
  const at = Date.parse("2026-11-29T20:00:00Z");
  assert.equal(formatBackAt("en", at, auckland), "We are back on Monday at 9:00 AM (your time).");
});

test("today, tomorrow, and what is further away than a week are told so", () => {
  const at = (moment: string) => formatBackAt("en", Date.parse(moment), berlin);
  assert.equal(at("2026-11-27T20:00:00Z"), "We are back today at 9:00 PM (Berlin time).");
  assert.equal(at("2026-11-28T09:00:00Z"), "We are back tomorrow at 10:00 AM (Berlin time).");
  assert.equal(at("2027-01-04T08:00:00Z"), "We are back on Jan 4, 2027 at 9:00 AM (Berlin time).");
});

test("the clocks at the moment itself count, not those of now", () => {
  const now = Date.parse("2026-03-28T20:00:00Z");
  const opens = Date.parse("2026-03-30T07:00:00Z");
  const said = formatBackAt("en", opens, { ...berlin, now });
  assert.equal(said, "We are back on Monday at 9:00 AM (Berlin time).");
});

test("a zone without a city is called by its name", () => {
  const utc = { ...berlin, timeZone: "UTC" };
  assert.equal(formatBackAt("de", monday, utc), "Wir sind am Montag um 8:00 Uhr wieder da (UTC).");
});

test("within a sentence of the shop's the moment stands alone", () => {
  const told = {
    de: "am Montag um 9:00 Uhr (Mitteleuropäische Zeit)",
    en: "on Monday at 9:00 AM (Berlin time)",
    es: "el lunes (9:00 h, hora de Europa central)",
    ja: "月曜日9:00（中央ヨーロッパ時間）",
    "pt-BR": "segunda-feira às 9:00 (Horário da Europa Central)",
    fr: "lundi à 9:00 (heure d’Europe centrale)",
    zh: "星期一 9:00（中欧时间）",
    "zh-Hant": "星期一 上午9:00（中歐時間）",
  };
  for (const locale of customerLocales) {
    assert.equal(formatNextOpen(locale, monday, berlin), told[locale], locale);
  }
});
