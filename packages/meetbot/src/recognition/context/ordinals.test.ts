import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";

const places: readonly (readonly [string, readonly number[]])[] = [
  ["when does the second one come", [2]],
  ["and the 2nd?", [2]],
  ["the first and the last", [1, -1]],
  ["what about the third order", [3]],
  ["the first one please", [1]],
  ["is the last package on its way", [-1]],
  ["how much was number 2", [2]],
  ["cancel the second one", [2]],
  ["the top one", [1]],
  ["show me the bottom one", [-1]],
  ["first one", [1]],
  ["the 1st and the 3rd", [1, 3]],
  ["option 2", [2]],
  ["the first two", [1, 2]],
  ["third order, when will it arrive", [3]],
  ["has the fourth shipped", [4]],
  ["whats in the last one", [-1]],
  ["the second order is late", [2]],
  ["第二个到哪了", [2]],
  ["最后一个呢", [-1]],
  ["上面那个", [1]],
  ["第一个和第三个", [1, 3]],
  ["第2单多少钱", [2]],
  ["第一单什么时候到", [1]],
  ["最后一单发货了吗", [-1]],
  ["前两个", [1, 2]],
  ["头一个", [1]],
  ["第三个包裹", [3]],
  ["倒数第一个", [-1]],
  ["下面那个呢", [-1]],
];

const none: readonly string[] = [
  "this is my first time",
  "first of all, thanks",
  "is it second hand",
  "wait a second",
  "give me a second",
  "the second it arrives let me know",
  "at last",
  "will it come on the 3rd",
  "by the 2nd of May",
  "last week",
  "the last time i ordered",
  "my first name is Ann",
  "the last four digits are 4471",
  "i ordered it last month",
  "2 items",
  "order number",
  "where is my last order",
  "第一次买",
  "第二天就到了",
  "这是第三次了",
  "第一时间通知我",
  "上面写着已签收",
  "最后一次机会",
  "我的订单到哪了",
];

test("places are read within sentences", () => {
  for (const [utterance, expected] of places) {
    assert.deepEqual(recognize(utterance).ordinals, expected, utterance);
  }
});

test("what only sounds like a place is none", () => {
  const wrong = none.filter((utterance) => recognize(utterance).ordinals.length > 0);
  assert.deepEqual(
    wrong.map((one) => `${one}: ${recognize(one).ordinals}`),
    [],
  );
});
