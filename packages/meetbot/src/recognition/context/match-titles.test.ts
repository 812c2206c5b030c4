import assert from "node:assert/strict";
import { test } from "node:test";
import { matchTitles, namesGoods } from "./match-titles.ts";

const orders = [
  ["Linen Shirt, navy", "Leather Belt"],
  ["Ceramic Mug Set", "Coffee Beans 1 kg"],
  ["Trail Running Shoes", "Wool Socks (3 pairs)"],
  ["Linen Dress, white"],
  ["蓝牙耳机 降噪款", "手机壳"],
  ["男士运动鞋 黑色"],
  ["保温杯 500ml", "Yoga Mat 瑜伽垫"],
];

/** Sentences, and which of the orders above they name. */
const cases: readonly (readonly [string, readonly number[]])[] = [
  ["where is my shirt", [0]],
  ["when do the mugs come?", [1]],
  ["has the coffe shipped", [1]],
  ["how much were the runing shoes", [2]],
  ["and the socks?", [2]],
  ["the linen thing", [0, 3]],
  ["the white linen one", [3]],
  ["is the dress on its way", [3]],
  ["both the belt and the mug", [0, 1]],
  ["THE DRESSES!!", [3]],
  ["my beans are late", [1]],
  ["耳机到哪了", [4]],
  ["藍牙耳機什麼時候到", [4]],
  ["我的鞋子呢", [5]],
  ["那双运动鞋发货了吗", [5]],
  ["杯子什么时候到", [6]],
  ["我的 yoga mat 到哪了", [6]],
  ["瑜伽垫多少钱", [6]],
  ["手机壳呢", [4]],
  ["where is my order", []],
  ["where is the new one", []],
  ["the white one", []],
  ["the navy", []],
  ["3 pairs", []],
  ["my package is set to arrive when", []],
  ["我的订单到哪了", []],
  ["黑色的呢", []],
  ["什么时候发货", []],
  ["", []],
];

test("a sentence names the items whose titles fit best", () => {
  for (const [sentence, expected] of cases) {
    assert.deepEqual(matchTitles(sentence, orders), expected, sentence);
  }
});

const english = [
  ["Brass Desk Lamp"],
  ["Wireless Headphones"],
  ["Rain Jacket", "Merino Hiking Socks"],
  ["Enamel Camp Mug"],
  ["Canvas Tote Bag"],
];

/** What goods are called in another language than the shop's. */
const translated: readonly (readonly [string, readonly number[]])[] = [
  ["台灯那个呢", [0]],
  ["耳机到哪了", [1]],
  ["耳機到哪了", [1]],
  ["外套什么时候到", [2]],
  ["袜子多少钱", [2]],
  ["杯子发货了吗", [3]],
  ["那个帆布包呢", [4]],
  ["¿dónde está la lámpara?", [0]],
  ["los auriculares", [1]],
  ["wo sind die Kopfhörer", [1]],
  ["meine Socken", [2]],
  ["我的手机号是多少", []],
  ["裤子呢", []],
];

test("goods are called by their names in other languages too", () => {
  for (const [sentence, expected] of translated) {
    assert.deepEqual(matchTitles(sentence, english), expected, sentence);
  }
  assert.deepEqual(matchTitles("the headphones", orders), [4]);
  assert.equal(namesGoods("裤子呢", "zh", false), true);
  assert.equal(namesGoods("换个手机号", "zh", false), false);
  assert.equal(namesGoods("Chess Set那单多少钱", "zh", true), true);
  assert.equal(namesGoods("DHL什么时候到", "zh", true), false);
  assert.equal(namesGoods("Wie viel hat das Schachspiel gekostet?", "de", true), true);
  assert.equal(namesGoods("Wie viel hat die Bestellung gekostet?", "de", true), false);
  assert.equal(namesGoods("¿Cuánto costó el pedido?", "es", true), false);
});

test("what is spelled as written goes before what is one letter off", () => {
  const clothes = [["Beach Shorts"], ["Beach Shirts"]];
  assert.deepEqual(matchTitles("my shorts", clothes), [0]);
  assert.deepEqual(matchTitles("my shirts", clothes), [1]);
});

test("nothing is named where nothing is there, however odd the titles", () => {
  assert.deepEqual(matchTitles("where is my shirt", []), []);
  assert.deepEqual(matchTitles("where is my shirt", [[], [""], ["🙂"], ["***"]]), []);
  assert.deepEqual(matchTitles("a".repeat(100_000), [["a".repeat(1000)]]), []);
});

test("a sentence names several items, where it does so by words of each", () => {
  const titles = [["Yoga Mat"], ["Foam Roller"], ["Foam Mat"], ["Rain Jacket"]];
  assert.deepEqual(matchTitles("got the mat but no rollers", [titles[0]!, titles[1]!]), [0, 1]);
  assert.deepEqual(matchTitles("where is the foam mat", titles), [2]);
  assert.deepEqual(matchTitles("jacket n roller when", titles), [1, 3]);
});
