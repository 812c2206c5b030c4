import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { recognize } from "../recognition/recognize.ts";
import { isUnsure } from "./is-unsure.ts";
import { maskUtterance } from "./mask-utterance.ts";
import { readCommand } from "./read-command.ts";

const masked = (text: string) => maskUtterance(recognize(text)).text;

const seen: [written: string, asAModelSeesIt: string][] = [
  ["my mail is jane (at) posteo dot net ok", "my mail is <EMAIL_1> ok"],
  ["ｊａｎｅ＠ｐｏｓｔｅｏ．ｎｅｔ was it", "<EMAIL_1> was it"],
  ["call +49 (0)151 234 56 78 maybe", "call <NUMBER_1> maybe"],
  ["my name is lena and it never came", "my name is <NAME_1> and it never came"],
  ["it is under the name of José Ortega-Ruiz I think", "it is under the name of <NAME_1> I think"],
  ["parcel of mrs. O'Neill", "parcel of mrs. <NAME_1>"],
  ["this is Lena Meyer writing again", "this is <NAME_1> writing again"],
  ["me llamo Ana García y no llega", "me llamo <NAME_1> y no llega"],
  ["ich heiße lena meyer, hallo", "ich heiße <NAME_1>, hallo"],
  ["to 221b Baker Street, NW1 6XE please", "to <ADDRESS_1>, <ADDRESS_2> please"],
  ["Lindenstraße 12, hinten", "<ADDRESS_1>, hinten"],
  ["我叫李小明，东西呢", "我叫<NAME_1>，东西呢"],
  ["我是王芳，想问一下", "我是<NAME_1>，想问一下"],
  ["收货人：陈静怡 怎么还没", "收货人：<NAME_1> 怎么还没"],
  ["欧阳呢 张先生那单", "欧阳呢 <NAME_1>先生那单"],
  ["送到上海市徐汇区漕溪路12号3单元，行吗", "<ADDRESS_1>，行吗"],
  ["手机１３８００１３８０００ 帮我看下", "手机<NUMBER_1> 帮我看下"],
  ["see https://t.example.com/x?id=12345678&m=a@b.co thanks?", "see <LINK_1> thanks?"],
  ["ask @lena_meyer92 there", "ask <NAME_1> there"],
  ["cvv 123 pin 4711 whatever", "cvv <NUMBER_1> pin <NUMBER_2> whatever"],
];

for (const [written, expected] of seen) {
  test(`of “${written}” a model sees “${expected}”`, () => {
    assert.equal(masked(written), expected);
  });
}

test("words that tell of nobody stay", () => {
  for (const text of [
    "do you gift wrap things?",
    "我是老顾客了 有没有优惠",
    "3 days and nothing",
    "why does UPS say so",
  ]) {
    assert.equal(masked(text), text);
  }
});

test("numbers of the shop's own form are hidden, however short, and can be pointed at", () => {
  const orderNumberFormat = readOrderNumberFormat("SO-[digits 2]");
  const said = recognize("umm SO-12 so?", { orderNumberFormat });
  const { text, numbers } = maskUtterance(said, orderNumberFormat);
  assert.equal(text, "umm <NUMBER_1> so?");
  assert.deepEqual([...numbers], [["<NUMBER_1>", { slot: "order_number", start: 4 }]]);
});

test("a number that is none of an order or a parcel is hidden, and cannot be pointed at", () => {
  const { text, numbers } = maskUtterance(recognize("pin 4711 whatever"));
  assert.equal(text, "pin <NUMBER_1> whatever");
  assert.equal(numbers.size, 0);
});

test("the page shows what a model sees of its example, and answers", () => {
  const page = readFileSync(new URL("../../../../docs/language-model.md", import.meta.url), "utf8");
  const written = /^> (.+)$/m.exec(page)?.[1] ?? "";
  assert(written.includes("@"));
  assert(isUnsure(recognize(written)));
  assert(page.includes(JSON.stringify(JSON.stringify(masked(written))).slice(1, -1)));
  const [, answered = ""] = /```json\n(\{"intent".*)\n/.exec(page) ?? [];
  const numbers = new Map([["<NUMBER_1>", true]]);
  assert.equal(readCommand(answered, { topics: [], numbers })?.intent, "human_agent");
});
