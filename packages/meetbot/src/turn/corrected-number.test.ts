import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf } from "./talk.fixture.ts";

// A typing error in a number is corrected by the digits that are wrong.

const elements = [{ title: "Oak lamp", quantity: 1, price: 10 }];
const lamp = orderWith("20261118007", { elements });
const shop = shopWith({ orders: [lamp] });

const corrections: [typed: string, correction: string][] = [
  ["20261118008", "last digit is 7 not 8"],
  ["20261118478", "typo, ends in 007"],
  ["20261118008", "sorry its 7 at the end"],
  ["20261118009", "oops, 7 not 9"],
  ["20261118008", "最后一位是7"],
  ["20261118005", "是7结尾"],
  ["20261118123", "尾号是007"],
  ["20261118005", "7 am Ende"],
  ["20261118005", "endet auf 7"],
  ["20261118005", "perdón, termina en 7"],
];

for (const [typed, correction] of corrections) {
  test(`a number is corrected: ${correction}`, async () => {
    const talk = openTalk(shop);
    await talk.open();
    await talk.say(typed);
    const [told = ""] = textsOf(await talk.say(correction));
    const asked = talk.asked.flatMap((one) => ("orderNumber" in one ? one.orderNumber : []));
    assert(asked.includes("20261118007"), JSON.stringify(talk.asked));
    assert(told.includes("Oak lamp"), told);
  });
}

const others = ["deliver it in 7 days not 8", "is it 7 pm?", "最后一天是7号", "i paid 7 not 8"];

for (const other of others) {
  test(`no number is corrected: ${other}`, async () => {
    const talk = openTalk(shop);
    await talk.open();
    await talk.say("20261118007");
    await talk.say(other);
    const numbers = talk.asked.flatMap((one) => ("orderNumber" in one ? one.orderNumber : []));
    assert.deepEqual(
      numbers.filter((number) => number !== "20261118007"),
      [],
    );
  });
}
