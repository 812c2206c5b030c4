import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recognize } from "../recognize.ts";

function read(utterance: string) {
  const { entities, bareIdentifier } = recognize(utterance);
  const values = (found: { value: string }[]) => found.map(({ value }) => value).join(" ");
  return {
    orders: values(entities.orderNumbers),
    packages: values(entities.packageNumbers),
    bare: bareIdentifier,
  };
}

const orders: [utterance: string, numbers: string][] = [
  ["refund 88120455 now", "88120455"],
  ["where is RC417702653XX", "RC417702653XX"],
  ["order 88120455", "88120455"],
  ["my order number is 4471", "4471"],
  ["Order no. AB-2291-X", "AB-2291-X"],
  ["order#5512 please", "5512"],
  ["order5512", "5512"],
  ["purchase 30045 and 30046", "30045 30046"],
  ["where is 702938475610?", "702938475610"],
  ["订单号：４４７１", "4471"],
  ["訂單88120455還沒到", "88120455"],
  ["单号4471", "4471"],
  ["88120455这个订单", "88120455"],
  ["手机13800138000，订单号4471", "4471"],
  ["order 4471, phone 13800138000", "4471"],
  ["订单13800138000", "13800138000"],
  ["order 7788 9900 1122", "778899001122"],
  ["https://shop.example/orders?order_id=4471", "4471"],
  ["where is SO-7", "SO-7"],
  ["#77 and #78", "77 78"],
  ["order no. 7", "7"],
  ["订单号12，还有34", "12 34"],
  ["order 1042, not 1024", "1042 1024"],
  ["订单1042，不是1024", "1042 1024"],
  ["pedido nº 4471", "4471"],
  ["Bestellung № 4471", "4471"],
  ["order n° 4471", "4471"],
  ["order reference 88120455", "88120455"],
  ["order 2024/00123", "2024/00123"],
  ["order number 1 0 4 2 7 7", "104277"],
  ["order Z1234567890", "Z1234567890"],
  // Chance puts no digit into one of a hundred codes of Vendure's.
  ["QKZHWMRPTXBCAYEN", "QKZHWMRPTXBCAYEN"],
  ["where is my order QKZHWMRPTXBCAYEN?", "QKZHWMRPTXBCAYEN"],
  ["订单QKZHWMRPTXBCAYEN到哪了", "QKZHWMRPTXBCAYEN"],
  // One in eight has only one digit or two.
  ["Where is MHCLV59SGZHEDWPL?", "MHCLV59SGZHEDWPL"],
  ["is YEPKRB4AOTRQSDXE here yet", "YEPKRB4AOTRQSDXE"],
];

const packages: [utterance: string, numbers: string][] = [
  ["tracking number 5550017723", "5550017723"],
  ["track parcel B7734120", "B7734120"],
  ["1Z4X8F920312345675", "1Z4X8F920312345675"],
  ["1z 4x8 f92 0312 3456 75", "1z4x8f920312345675"],
  ["my EMS is EB448120937CN", "EB448120937CN"],
  ["快递单号7730012288", "7730012288"],
  ["運單號：7730012288", "7730012288"],
  ["圆通YT8812004567123走到哪了", "YT8812004567123"],
  ["包裹B7734120到哪了", "B7734120"],
  ["DHL55021", "DHL55021"],
  ["9400100000000000000006", "9400100000000000000006"],
  ["发的顺丰，单号是773001228812", "773001228812"],
  ["顺丰快递单号773001228812", "773001228812"],
  ["track 1Z4X8F920312345678", "1Z4X8F920312345678"],
  ["单号SF1402938471234", "SF1402938471234"],
  ["order 1Z4X8F920312345675", "1Z4X8F920312345675"],
  ["Sendungsnummer 5550017723", "5550017723"],
  ["1Z4X8F920312345678", "1Z4X8F920312345678"],
  ["when will LX998877665CN be here", "LX998877665CN"],
];

const neither = [
  "does BUY1GET1FREE still work",
  "my name there is CHRISTOPHER99",
  "do you have a PLAYSTATION5",
  "I paid $45.00 for 2 shirts",
  "花了100元买了12件",
  "ordered on 2024-03-18",
  "2024年3月18日下的单",
  "20240318",
  "it comes at 10:30",
  "call me: 415-555-0134",
  "+49 30 55512345",
  "我的电话是13800138000",
  "13800138000",
  "身份证110105199003074518",
  "110105199003074518",
  "zip 94110",
  "邮编200030",
  "invoice 00451278",
  "发票号00451278",
  "my card 4111111111111111",
  "waiting for 48 hours",
  "等了15天",
  "iphone15 covid19 500ml",
  "where is my rtx4090",
  "I want to order 100 mugs",
  "取件码30412",
  "手机尾号4471",
  "https://shop.example/item/88120455",
  `order ${"7".repeat(65)}`,
  "your #1 fan",
  "task #A1",
  "I bought 2 shirts and 3 hats",
  "user id 88120455",
  "my customer number is 88120455",
  "会员号88120455",
  "07911 123456 or 07911123456",
  "612 345 678",
  "356938035643809",
  "978-3-16-148410-0",
  "078-05-1120",
  "DE89370400440532013000",
  "B08N5WRWNW",
  "do you have the WH-1000XM4",
  "I BOUGHT A HIGHSTRENGTHROPE",
  "I bought a highstrengthrope",
];

const bare: [utterance: string, identifier: string | null][] = [
  ["4471", "4471"],
  ["＃４４７１。", "4471"],
  ["No. AB-2291-X", "AB-2291-X"],
  ["是88120455", "88120455"],
  ["1234 5678 9012", "123456789012"],
  ["order 4471", null],
  ["快递单号7730012288", null],
  ["hello", null],
  ["12", null],
  ["4471 or 4472", null],
];

describe("identifiers", () => {
  for (const [utterance, numbers] of orders) {
    it(`reads order ${numbers} in: ${utterance}`, () => {
      assert.partialDeepStrictEqual(read(utterance), { orders: numbers, packages: "" });
    });
  }
  for (const [utterance, numbers] of packages) {
    it(`reads package ${numbers} in: ${utterance}`, () => {
      assert.partialDeepStrictEqual(read(utterance), { orders: "", packages: numbers });
    });
  }
  for (const utterance of neither) {
    it(`reads neither in: ${utterance.slice(0, 40)}`, () => {
      assert.partialDeepStrictEqual(read(utterance), { orders: "", packages: "" });
    });
  }
  for (const [utterance, identifier] of bare) {
    it(`${identifier ? `takes ${identifier} as all of` : "takes nothing as all of"}: ${utterance}`, () => {
      assert.equal(read(utterance).bare, identifier);
    });
  }
});
