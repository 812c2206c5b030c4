import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlacedSpan } from "@meetbot/model/conversation/recognition.ts";
import { recognize } from "../../recognize.ts";

const spans: readonly (readonly [string, PlacedSpan])[] = [
  ["how much did I spend since october?", { from: { month: 10 } }],
  ["how many orders since October 1st", { from: { month: 10, day: 1 } }],
  ["last month, how much did I spend?", { within: { ago: 1, unit: "month" } }],
  ["in november what did i order", { within: { month: 11 } }],
  ["what did I order before november", { before: { month: 11 } }],
  ["orders placed after Nov 20, 2026", { after: { month: 11, day: 20, year: 2026 } }],
  ["my order of November 20", { within: { month: 11, day: 20 } }],
  ["the order from the 20th of november", { within: { month: 11, day: 20 } }],
  [
    "what did I spend between October 1 and November 20?",
    { from: { month: 10, day: 1 }, to: { month: 11, day: 20 } },
  ],
  ["orders from september to november", { from: { month: 9 }, to: { month: 11 } }],
  [
    "everything I bought from 1 to 20 November",
    { from: { month: 11, day: 1 }, to: { month: 11, day: 20 } },
  ],
  ["my orders from october on", { from: { month: 10 } }],
  ["how much have I spent in the last three months", { last: { count: 3, unit: "month" } }],
  ["orders of the past 90 days", { last: { count: 90, unit: "day" } }],
  ["what did i buy last week", { within: { ago: 1, unit: "week" } }],
  ["what did I order yesterday", { within: { ago: 1, unit: "day" } }],
  ["the thing I bought two weeks ago", { within: { about: 2, unit: "week" } }],
  ["orders since last monday", { from: { weekday: 1 } }],
  ["what I ordered last weekend", { within: { weekday: "weekend" } }],
  ["orders since 2025", { from: { year: 2025 } }],
  ["orders from october last year", { within: { month: 10, yearsAgo: 1 } }],
  ["orders since 2026-10-01", { from: { year: 2026, month: 10, day: 1 } }],
  ["what did I order on singles day", { within: { month: 11, day: 11 } }],
  ["and since october?", { from: { month: 10 } }],
  ["and before november", { before: { month: 11 } }],
  ["十月以来我一共花了多少钱", { from: { month: 10 } }],
  ["11月之前的订单", { before: { month: 11 } }],
  ["11月20号买的那单", { within: { month: 11, day: 20 } }],
  ["我11月20日下单的东西还没到", { within: { month: 11, day: 20 } }],
  ["20号买的茶壶呢", { within: { day: 20 } }],
  ["10月1号到11月20号花了多少", { from: { month: 10, day: 1 }, to: { month: 11, day: 20 } }],
  ["11月1号到20号的订单", { from: { month: 11, day: 1 }, to: { month: 11, day: 20 } }],
  ["最近三个月买了多少单", { last: { count: 3, unit: "month" } }],
  ["近30天的订单", { last: { count: 30, unit: "day" } }],
  ["最近半年花了多少", { last: { count: 6, unit: "month" } }],
  ["双十一买的东西", { within: { month: 11, day: 11 } }],
  ["双11之后的订单", { after: { month: 11, day: 11 } }],
  ["去年10月的订单", { within: { month: 10, yearsAgo: 1 } }],
  ["上周买的", { within: { ago: 1, unit: "week" } }],
  ["昨天下的单", { within: { ago: 1, unit: "day" } }],
  ["三个月前买的杯子", { within: { about: 3, unit: "month" } }],
  ["今年一共花了多少", { within: { ago: 0, unit: "year" } }],
  ["国庆买的那单", { within: { month: 10, day: 1 } }],
];

test("when orders were placed is read, to the day", () => {
  const read = Object.fromEntries(
    spans.map(([words]) => [words, recognize(words).narrowing?.placed]),
  );
  assert.deepEqual(read, Object.fromEntries(spans));
});

test("a time at which something comes, or is wanted, is none at which it was bought", () => {
  for (const words of [
    "will it arrive before november 20?",
    "when will my order arrive, before the weekend?",
    "can it be here by friday",
    "I need it before christmas",
    "do you ship on sunday",
    "are you open on monday",
    "it has not come since november",
    "11月20号之前能到吗",
    "周五能送到吗",
    "20号前能收到吗",
    "三个月了还没到",
    "may i have the tracking number",
    "12号楼",
    "我的快递在5号楼",
    "今天发货吗",
    "my order has been pending since friday",
    "can i come get my order today?",
    "i cancelled my order last week",
    "if i buy today when would it get here",
    "how many days until christmas",
    "tracking has not moved since sunday",
    "要是周末买，周一发吗",
    "今天拍什么时候发",
    "我买的手机今天能收到吗",
    "双十一会降价吗",
  ]) {
    assert.equal(recognize(words).narrowing?.placed, undefined, words);
  }
});
