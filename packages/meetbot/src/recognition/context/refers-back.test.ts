import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";

const pointing: readonly string[] = [
  "when will it arrive",
  "how much was that",
  "cancel this one",
  "and that one?",
  "are they here yet",
  "track them",
  "what's in that package",
  "both of them",
  "the other one",
  "is this paid",
  "where's it",
  "它到哪了",
  "这个多少钱",
  "那个呢",
  "这单发货了吗",
  "那两个什么时候到",
  "这个订单寄到哪",
  "刚才那个",
  "上面的那个",
  "该订单",
];

const others: readonly string[] = [
  "where is my order",
  "hello",
  "order 4471",
  "thanks",
  "that's fine",
  "is it possible to pay by card",
  "eta?",
  "when",
  "我的订单",
  "多少钱",
  "几号到",
  "这个月的订单",
  "你好",
];

test("words that point at what is shown", () => {
  assert.deepEqual(
    pointing.filter((utterance) => !recognize(utterance).refersBack),
    [],
  );
});

test("words that do not", () => {
  assert.deepEqual(
    others.filter((utterance) => recognize(utterance).refersBack),
    [],
  );
});
