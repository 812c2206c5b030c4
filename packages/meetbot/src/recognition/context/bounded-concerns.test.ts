import assert from "node:assert/strict";
import { test } from "node:test";
import type { Concern } from "@meetbot/model/conversation/recognition.ts";
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
  // Things that no shop sends.
  "my bank card got bent in half": null,
  "cancel my flight to oslo": null,
  "move my dentist appointment to another day": null,
  "how do black holes form": null,
  "replace the battery in my flight controller order": "exchange",
  "when does the trash truck come": null,
  "this service is garbage": "anger",
  "the fish course is scampi": null,
  "tell me when it is 7 pm": null,
  "let me know when it is out for delivery": "notify",
  "set a reminder for the dentist": null,
  // A number that is there is not missing.
  "i cant see order 99120-4411 status": null,
  "i cant find my order id": "no_number",
  这款缺货吗: null,
  少货了: "missing_item",
  是不是要去自提点拿: null,
  改成自提: "change",
};

test("a word alone makes no trouble of what is none", () => {
  const read = Object.keys(heard).map((words) => [words, recognize(words).concern]);
  assert.deepEqual(Object.fromEntries(read), heard);
});
