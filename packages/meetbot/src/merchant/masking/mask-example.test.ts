import assert from "node:assert/strict";
import { test } from "node:test";
import { maskExample } from "./mask-example.ts";

const cases: [written: string, kept: string][] = [
  ["can I return order 12345678902?", "can I return order •••?"],
  ["my mail is lena (at) posteo dot net, how do I pay?", "my mail is •••, how do I pay?"],
  ["Hi, my name is Lena Meyer and I want an invoice", "Hi, my name is ••• and I want an invoice"],
  ["my name is lena, do you ship to Norway?", "my name is •••, do you ship to •••?"],
  ["The courier, Mr. O'Neil, was rude", "The courier, Mr. •••, was rude"],
  ["I am Anna Lopez. Do you have gift cards?", "I am •••. Do you have gift cards?"],
  ["I am looking for a gift card", "I am looking for a gift card"],
  ["Ich heiße Jürgen Groß, gibt es Gutscheine?", "Ich heiße •••, gibt es Gutscheine?"],
  ["Me llamo María, ¿hay descuento?", "Me llamo •••, ¿hay descuento?"],
  ["我叫王小明，能开发票吗", "我叫•••，能开发票吗"],
  ["收件人：李雷，能改地址吗", "收件人：•••，能改地址吗"],
  ["我是王先生，想退货", "我是•••，想退货"],
  ["ship it to Lena Winter, 12 Elm Street", "ship it to •••, •••"],
  ["my name's Lena Winter", "my name's •••"],
  ["Lena Winter here, can I return it", "••• here, can I return it"],
  ["call me lena winter", "call me •••"],
  ["@lena_winter on insta", "••• on insta"],
  ["订单寄到上海市徐汇区漕溪路12号3栋", "•••"],
  ["请帮王小明查一下", "请帮•••查一下"],
  ["我是王小明的妈妈", "我是•••的妈妈"],
  ["do you ship with Royal Mail", "do you ship with Royal Mail"],
  ["La señora Gómez pregunta", "La señora ••• pregunta"],
  ["Viele Grüße, Jana Weiß", "Viele Grüße, •••"],
  ["王太太想退货", "•••太太想退货"],
  ["call me at +49 170 1234567", "call me at •••"],
];

for (const [written, kept] of cases) {
  test(`of “${written}” is kept “${kept}”`, () => {
    assert.equal(maskExample(written), kept);
    assert.equal(maskExample(kept), kept);
  });
}

test("a long hostile text is read in no time", () => {
  const start = process.cpuUsage();
  for (const text of ["my name is ", "Mr. A ", "I am Aa", "姓名", "王"])
    maskExample(text.repeat(2_000));
  assert(process.cpuUsage(start).user < 10_000_000); // microseconds of the processor's time
});
