import assert from "node:assert/strict";
import { test } from "node:test";
import type { Concern } from "../../model/conversation/recognition.ts";
import { recognize } from "../recognize.ts";

const heard: Readonly<Record<string, Concern | null>> = {
  快递破了: "damaged",
  外包装破了: "damaged",
  // Anger, not damage.
  破快递: "anger",
  什么破服务: "anger",
  碎花裙到哪了: null,
  破壁机到哪了: null,
  "315投诉": "threat",
  我要打12315: "threat",
  我去工商局告你们: "threat",
  // Numbers and places.
  我订单尾号315: null,
  送到法院对面那个小区: null,
  工商银行卡付的: null,
  "the lamp does not work": "damaged",
  "he cant work the internet": null,
  "you mixed up my order": "wrong_item",
  "got the last digits mixed up": null,
};

test("a word alone makes no trouble of what is none", () => {
  const read = Object.keys(heard).map((words) => [words, recognize(words).concern]);
  assert.deepEqual(Object.fromEntries(read), heard);
});
