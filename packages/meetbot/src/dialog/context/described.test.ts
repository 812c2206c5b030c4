import assert from "node:assert/strict";
import { test } from "node:test";
import type { OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import { describedOn } from "./described.ts";

const euros = (amount: number) => ({ currency: "EUR", amount });

const one = (number: string, facts: Partial<OnScreen>): OnScreen => ({
  ...{ kind: "order", number, titles: [], expires: null },
  ...facts,
});

const shown = [
  one("A", { stage: "delivered", total: euros(4_000) }),
  one("B", { stage: "unpaid", total: euros(1_200) }),
  one("C", { stage: "in_transit", total: euros(9_000) }),
];

const numbersOf = (words: string, on = shown) =>
  describedOn(on, words)?.fits.map(({ number }) => number) ?? null;

test("one of several is described by how far it is, in English, Chinese, German and Spanish", () => {
  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ["the unpaid one", ["B"]],
    ["the one that hasn't been paid", ["B"]],
    ["哪个没付钱", ["B"]],
    ["签收的那个呢", ["A"]],
    ["还没发货的那个", ["B"]],
    ["the one that is still on its way", ["C"]],
    ["die verschickte", ["C"]],
    ["la entregada", ["A"]],
    ["the one that came, when was that", ["A"]],
    ["which ones are here", ["A"]],
    ["到的是哪个", ["A"]],
    ["没到的那个呢", ["B", "C"]],
    ["the one that has not arrived", ["B", "C"]],
    ["when does it arrive", null],
  ];
  for (const [words, meant] of cases) assert.deepEqual(numbersOf(words), meant, words);
});

test("the cheaper of two is told where every total is known, in one currency and different", () => {
  assert.deepEqual(numbersOf("the cheapest one"), ["B"]);
  assert.deepEqual(numbersOf("贵的那个"), ["C"]);
  assert.deepEqual(numbersOf("la más barata"), ["B"]);
  assert.deepEqual(numbersOf("我说的是便宜的那个"), ["B"]);
  const [first, second] = shown as [OnScreen, OnScreen];
  assert.deepEqual(numbersOf("the cheaper one", [first, { ...second, total: euros(4_000) }]), []);
  assert.deepEqual(numbersOf("the cheaper one", [first, one("D", {})]), []);
  const dollars = { currency: "USD", amount: 1 };
  assert.deepEqual(numbersOf("the cheaper one", [first, { ...second, total: dollars }]), []);
});

test("where only one thing is shown, or a story is told, nothing is described", () => {
  assert.equal(numbersOf("the unpaid one", shown.slice(0, 1)), null);
  assert.equal(numbersOf(`the unpaid one ${"and so on ".repeat(8)}`), null);
});

test("what is asked of everything that was bought is not told of what happens to be on the screen", () => {
  const words = [
    "what is my most expensive order?",
    "which of my orders is the cheapest one",
    "the cheapest order",
    "我最便宜的那单是哪个",
    "所有订单里便宜的那个",
    "el más barato de mis pedidos",
  ];
  for (const asked of words) assert.equal(numbersOf(asked), null, asked);
  assert.equal(numbersOf("Verschickte das jemand?"), null);
});
