import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { recognize } from "../recognize.ts";

function read(written: string, utterance: string) {
  const orderNumberFormat = readOrderNumberFormat(written);
  const { entities, bareIdentifier } = recognize(utterance, { orderNumberFormat });
  const values = (found: { value: string }[]) => found.map(({ value }) => value).join(" ");
  return [values(entities.orderNumbers), values(entities.packageNumbers), bareIdentifier];
}

const found: [format: string, utterance: string, orders: string, packages?: string][] = [
  ["SO-[digits 6-8]", "SO-123456", "SO-123456"],
  ["SO-[digits 6-8]", "我的SO-123456还没到", "SO-123456"],
  ["SO-[digits 6-8]", "so 123456 where is it", "SO-123456"],
  ["SO-[digits 6-8]", "ｓｏ－１２３４５６", "SO-123456"],
  ["SO-[digits 3]", "SO-123 and SO-124", "SO-123 SO-124"],
  ["SO-[digits 6-8]", "SO-123", ""],
  ["SO-[digits 6-8]", "order 4471", "4471"],
  ["SO-[digits 6-8]", "tracking number SO-123456", "SO-123456"],
  ["SO-[digits 6-8] case-sensitive", "so-123456", "so-123456"],
  ["SF[digits 12]", "SF140293847123", "SF140293847123"],
  ["SF[digits 12]", "SF1402938471234", "", "SF1402938471234"],
  ["[digits 4]", "查一下4471谢谢", "4471"],
  ["[digits 4]", "花了4471元", ""],
  ["[digits 6]", "验证码482913", ""],
  ["[digits 10]", "快递单号7730012288", "", "7730012288"],
  ["[digits 8]", "88120455@qq.com", ""],
  ["#[digits 4]", "#4471 please", "#4471"],
  ["#[digits 4]", "where is 4471", "#4471"],
  ["#[digits 4]", "帮我查4471", "#4471"],
  ["#[digits 4]", "has 4471 shipped?", "#4471"],
  ["#[digits 4]", "what did I buy in 2024", ""],
  ["#[digits 4]", "I paid $4471", ""],
  ["#[digits 4]", "花了4471元", ""],
  ["#[digits 4]", "快递单号7730012288", "", "7730012288"],
  ["[letters and digits 8]", "my K4471XYZ", "K4471XYZ"],
  ["[letters and digits 8]", "tomorrow possible", ""],
];

describe("numbers of the shop's own format", () => {
  for (const [format, utterance, orders, packages = ""] of found) {
    it(`${format}: ${orders || packages || "nothing"} in: ${utterance}`, () => {
      assert.deepEqual(read(format, utterance).slice(0, 2), [orders, packages]);
    });
  }

  it("are not bare where they can be nothing else", () => {
    assert.equal(read("SO-[digits 6]", "SO-123456")[2], null);
    assert.equal(read("[digits 6]", "123456")[2], "123456");
  });

  it("keep their places in what was written", () => {
    const orderNumberFormat = readOrderNumberFormat("SO-[digits 6]");
    const utterance = "我的\u200Bso 123456";
    const [entity] = recognize(utterance, { orderNumberFormat }).entities.orderNumbers;
    assert.deepEqual(entity, { value: "SO-123456", text: "so 123456", start: 3, end: 12 });
  });
});
