import assert from "node:assert/strict";
import { test } from "node:test";
import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";
import { recognize } from "../recognize.ts";

const narrowed: readonly (readonly [string, Narrowing])[] = [
  ["my orders from march", { placed: { within: { month: 3 } } }],
  ["what did i order in October", { placed: { within: { month: 10 } } }],
  ["orders from 2024", { placed: { within: { year: 2024 } } }],
  ["my orders from march 2025", { placed: { within: { month: 3, year: 2025 } } }],
  ["what did i buy in may", { placed: { within: { month: 5 } } }],
  ["the september order", { placed: { within: { month: 9 } } }],
  ["my december purchases", { placed: { within: { month: 12 } } }],
  ["the cancelled ones", { state: "canceled" }],
  ["show my cancelled orders", { state: "canceled" }],
  ["which orders were cancelled", { state: "canceled" }],
  ["only the delivered ones", { state: "delivered" }],
  ["show my delivered orders", { state: "delivered" }],
  ["the shipped ones", { state: "shipped" }],
  ["my refunded orders", { state: "refunded" }],
  ["my latest order", { end: "newest" }],
  ["the most recent one", { end: "newest" }],
  ["where is my last order", { end: "newest" }],
  ["my newest purchase", { end: "newest" }],
  ["what i last ordered", { end: "newest" }],
  ["my oldest order", { end: "oldest" }],
  ["my very first order", { end: "oldest" }],
  ["all my orders", { all: true }],
  ["show me all orders", { all: true }],
  ["every order i made", { all: true }],
  ["everything i ever bought", { all: true }],
  ["三月的订单", { placed: { within: { month: 3 } } }],
  ["我10月份买的", { placed: { within: { month: 10 } } }],
  ["十二月的单子", { placed: { within: { month: 12 } } }],
  ["2024年的订单", { placed: { within: { year: 2024 } } }],
  ["2025年3月的订单", { placed: { within: { month: 3, year: 2025 } } }],
  ["已取消的", { state: "canceled" }],
  ["取消了的订单", { state: "canceled" }],
  ["已签收的订单", { state: "delivered" }],
  ["把取消的给我看看", { state: "canceled" }],
  ["已发货的", { state: "shipped" }],
  ["退款的订单", { state: "refunded" }],
  ["最近一单", { end: "newest" }],
  ["最新的订单", { end: "newest" }],
  ["上一单到哪了", { end: "newest" }],
  ["刚下的单", { end: "newest" }],
  ["最早的订单", { end: "oldest" }],
  ["全部订单", { all: true }],
  ["所有订单", { all: true }],
  ["我所有的订单", { all: true }],
  ["看全部", { all: true }],
  ["orders from last month", { placed: { within: { ago: 1, unit: "month" } } }],
  ["上个月的订单", { placed: { within: { ago: 1, unit: "month" } } }],
  ["今年的订单", { placed: { within: { ago: 0, unit: "year" } } }],
  ["how many did I order this month", { placed: { within: { ago: 0, unit: "month" } } }],
  ["how many are on their way", { state: "shipped" }],
  ["几个在路上", { state: "shipped" }],
];

const notNarrowed: readonly string[] = [
  "cancel my order",
  "i want it cancelled",
  "was it delivered",
  "has it shipped",
  "what's the latest",
  "latest status?",
  "may i have the tracking number",
  "it may be late",
  "my orders",
  "this year",
  "is that all",
  "march on",
  "the last one",
  "取消订单",
  "三个月了还没到",
  "签收了吗",
  "月饼到了吗",
  "最近怎么样",
];

test("an utterance says which orders are meant", () => {
  for (const [utterance, expected] of narrowed) {
    assert.deepEqual(recognize(utterance).narrowing, expected, utterance);
  }
});

test("what only sounds like it narrows nothing", () => {
  const wrong = notNarrowed.filter((utterance) => recognize(utterance).narrowing !== null);
  assert.deepEqual(
    wrong.map((one) => `${one}: ${JSON.stringify(recognize(one).narrowing)}`),
    [],
  );
});
