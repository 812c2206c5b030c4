import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recognize } from "../recognize.ts";

const read = (utterance: string) => recognize(utterance).entities.emails.map(({ value }) => value);

const found: [utterance: string, ...emails: string[]][] = [
  ["lena.koch+shop@posteo.net", "lena.koch+shop@posteo.net"],
  ["Write to Lena@Posteo.NET.", "lena@posteo.net"],
  ["用lena@posteo.net查一下我的订单", "lena@posteo.net"],
  ["郵箱：ｌｅｎａ＠ｐｏｓｔｅｏ．ｎｅｔ。", "lena@posteo.net"],
  ["账号 lena@posteo.net，谢谢", "lena@posteo.net"],
  ["「lena@posteo.net」", "lena@posteo.net"],
  ["lena @ posteo.net", "lena@posteo.net"],
  ["my mail is lena@posteo .net", "lena@posteo.net"],
  ["lena@posteo,net", "lena@posteo.net"],
  ["le\u200Bna@posteo.net", "lena@posteo.net"],
  ["my email is lena at posteo dot net", "lena@posteo.net"],
  ["lena dot koch at gmail dot com", "lena.koch@gmail.com"],
  ["lena(at)posteo(dot)net", "lena@posteo.net"],
  ["lena [at] posteo [dot] net", "lena@posteo.net"],
  ["我的邮箱是lena艾特posteo点net", "lena@posteo.net"],
  ["lena小老鼠qq点com", "lena@qq.com"],
  ["mailto:lena@posteo.net?subject=order", "lena@posteo.net"],
  ["https://shop.example/login?mail=lena@posteo.net", "lena@posteo.net"],
  ["'lena@posteo.net'", "lena@posteo.net"],
  ["not lena@posteo.net but koch@posteo.net", "lena@posteo.net", "koch@posteo.net"],
  ["lena@posteo.net... where is it?", "lena@posteo.net"],
  ["*lena@posteo.net", "lena@posteo.net"],
  ["* lena@posteo.net\n• koch@posteo.net", "lena@posteo.net", "koch@posteo.net"],
  ["**lena@posteo.net**", "lena@posteo.net"],
  ["📧lena@posteo.net", "lena@posteo.net"],
  ["邮箱👉🏽lena@posteo.net", "lena@posteo.net"],
  ["能用邮箱查吗？lena@posteo.net", "lena@posteo.net"],
  ["邮箱…lena@posteo.net", "lena@posteo.net"],
  ["zoë@posteo.net", "zoë@posteo.net"],
  ["帳號zoë.koch@müller.net查一下", "zoë.koch@müller.net"],
  ["лена@posteo.net", "лена@posteo.net"],
  ["用lena@商店.net查一下", "lena@商店.net"],
];

const notFound = [
  "https://lena:secret@posteo.net/inbox",
  "meet me at noon dot",
  "look at this dot com shop",
  "I am at posteo dot net",
  "ask @lena about it",
  "lena@posteo",
  "lena@posteo..net",
  ".lena@posteo.net",
  "lena@10.0.0.1",
  "lena@post_eo.net",
  "l*na@posteo.net",
  "l**a@posteo.net",
  "le**@posteo.net",
  "****na@posteo.net",
  "l•na@posteo.net",
  "l●na@posteo.net",
  "l…na@posteo.net",
  "l#na@posteo.net",
  "l$na@posteo.net",
  "l?na@posteo.net",
  "l😀na@posteo.net",
  "l\uFFFDna@posteo.net",
  "l\uD800na@posteo.net",
  "l\u0000na@posteo.net",
  "$lena@posteo.net",
  'le"na@posteo.net',
  "le}na@posteo.net",
  "lena@pos.teo*.net",
  "lena@p***.net",
  "l\u0435na@posteo.net",
  "lena@p\u043Esteo.net",
  "zoe\u0308la@posteo.net",
  "lena@posteo.ne\u0301t",
  "lena@商店",
  `${"a".repeat(65)}@posteo.net`,
  `a@${"b.".repeat(130)}net`,
];

describe("emails", () => {
  for (const [utterance, ...emails] of found) {
    it(`reads ${emails.join(" and ")} in: ${utterance}`, () => {
      assert.deepEqual(read(utterance), emails);
    });
  }
  for (const utterance of notFound) {
    it(`reads none in: ${utterance.slice(0, 40)}`, () => assert.deepEqual(read(utterance), []));
  }
});
