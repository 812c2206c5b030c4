import assert from "node:assert/strict";
import { test } from "node:test";
import { maskExample } from "./mask-example.ts";

const cases: [written: string, kept: string][] = [
  ["can I return order 12345678902?", "can I return order •••?"],
  ["my mail is lena (at) posteo dot net, how do I pay?", "my mail is •••, how do I pay?"],
  ["Hi, my name is Lena Meyer and I want an invoice", "Hi, my name is ••• and I want an invoice"],
  ["my name is lena, do you ship to Norway?", "my name is •••, do you ship to Norway?"],
  ["The courier, Mr. O'Neil, was rude", "The courier, Mr. •••, was rude"],
  ["I am Anna Lopez. Do you have gift cards?", "I am •••. Do you have gift cards?"],
  ["I am looking for a gift card", "I am looking for a gift card"],
  ["Ich heiße Jürgen Groß, gibt es Gutscheine?", "Ich heiße •••, gibt es Gutscheine?"],
  ["Me llamo María, ¿hay descuento?", "Me llamo •••, ¿hay descuento?"],
  ["我叫王小明，能开发票吗", "我叫•••，能开发票吗"],
  ["收件人：李雷，能改地址吗", "收件人：•••，能改地址吗"],
  ["我是王先生，想退货", "我•••先生，想退货"],
  ["call me at +49 170 1234567", "call me at +•••"],
];

for (const [written, kept] of cases) {
  test(`of “${written}” is kept “${kept}”`, () => {
    assert.equal(maskExample(written), kept);
    assert.equal(maskExample(kept), kept);
  });
}

test("a long hostile text is read in no time", () => {
  const began = performance.now();
  for (const text of ["my name is ", "Mr. A ", "I am Aa", "姓名", "王"])
    maskExample(text.repeat(2_000));
  assert(performance.now() - began < 2_000);
});
