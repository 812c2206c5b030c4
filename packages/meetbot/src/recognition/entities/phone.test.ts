import assert from "node:assert/strict";
import { test } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { maskUtterance } from "../../language-model/mask-utterance.ts";
import { maskExample } from "../../merchant/masking/mask-example.ts";
import { maskText } from "../../merchant/masking/mask-text.ts";
import { recognize } from "../recognize.ts";

/** What is read: telephone numbers, those that may be another number too as `+… | number`, and the rest. */
function read(text: string, country: string | null = "CN", orderNumber?: string): string[] {
  const orderNumberFormat = orderNumber ? readOrderNumberFormat(orderNumber) : null;
  const { entities } = recognize(text, { phones: { country }, orderNumberFormat });
  const phones = (entities.phones ?? []).map(({ value, number }) =>
    number === null ? value : `${value} | ${number}`,
  );
  const orders = entities.orderNumbers.map(({ value }) => `order ${value}`);
  return [...phones, ...orders, ...entities.packageNumbers.map(({ value }) => `package ${value}`)];
}

const alone = (text: string, country?: string | null) => read(text, country).join(", ");

// Plans of numbers: https://www.itu.int/oth/T0202.aspx?parent=T0202; those for films: Ofcom's, the FCC's 555-01xx.
const spellings: [written: string, country: string | null, value: string][] = [
  ["+86 138 1234 5678", null, "+8613812345678"],
  ["my phone is 13812345678", "CN", "+8613812345678"],
  ["我的手机号是13812345678谢谢", "CN", "+8613812345678"],
  ["手机号：１３８１２３４５６７８", "CN", "+8613812345678"],
  ["電話 138-1234-5678", "CN", "+8613812345678"],
  ["tel 138.1234.5678", "CN", "+8613812345678"],
  ["0086 138 1234 5678", "US", "+8613812345678"],
  ["0049 170 1234567", "CN", "+491701234567"],
  ["+49 (0)170 / 1234567", null, "+491701234567"],
  ["Telefon: 0170/1234567", "DE", "+491701234567"],
  ["(415) 555-2671", "US", "+14155552671"],
  ["it's 415.555.2671", "US", "+14155552671"],
  ["+1 (415) 555‑2671", null, "+14155552671"],
  ["call me at 1-415-555-2671", "US", "+14155552671"],
  ["+44 20 7946 0958", null, "+442079460958"],
  ["mi teléfono es 612 34 56 78", "ES", "+34612345678"],
  ["06 12 34 56 78", "FR", "+33612345678"],
  ["+٨٦ ١٣٨ ١٢٣٤ ٥٦٧٨", null, "+8613812345678"],
  ["+۸۶۱۳۸۱۲۳۴۵۶۷۸", null, "+8613812345678"],
];

/** Each sign that is understood between digits, and each script. */
const gaps = [" ", "-", ".", "/", "·", "–", "−", " - ", ") ", " ("];
const scripts = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];

test("whatever is understood as a telephone number is hidden, from operators and from a language model", () => {
  for (const gap of gaps) {
    for (const script of scripts) {
      for (const groups of [
        ["138", "1234", "5678"],
        ["13", "81", "23", "45", "67", "8"],
        ["13812345678"],
      ]) {
        for (const lead of ["", "+86 ", "0086 "]) {
          const spelled = groups.join(gap).replace(/\d/g, (one) => script[Number(one)] ?? "");
          const text = `my phone ${lead}${spelled} please`;
          const { phones = [] } = recognize(text, { phones: { country: "CN" } }).entities;
          if (phones.length === 0) continue;
          const shown = [maskText(text), maskExample(text), maskUtterance(recognize(text)).text];
          for (const masked of shown) {
            const digits = masked.replace(/NUMBER_\d/g, "").match(/\p{Nd}/gu) ?? [];
            assert(digits.length <= 4, `${text} is shown as ${masked}`);
          }
        }
      }
    }
  }
});

for (const [written, country, value] of spellings) {
  test(`“${written}” is ${value}`, () => {
    const { phones = [], orderNumbers } = recognize(written, { phones: { country } }).entities;
    assert.deepEqual(
      phones.map((phone) => phone.value),
      [value],
    );
    assert.deepEqual(
      orderNumbers.filter((order) => order.value !== phones[0]?.number),
      [],
    );
  });
}

const none: [written: string, country: string | null][] = [
  // Without a country: in another one, the same digits belong to somebody else.
  ["my phone is 13812345678", null],
  ["(415) 555-2671", null],
  // Emergency and service numbers.
  ["I called 110", "CN"],
  ["call 911 now", "US"],
  ["我打了10086", "CN"],
  ["+86 10086", null],
  // Somebody's desk in a house, and letters.
  ["(415) 555-2671 ext. 5", "US"],
  ["+14155552671;ext=5", null],
  ["+1 415 555 2671 x5", null],
  ["021 6234 5678 转 5", "CN"],
  ["1-800-FLOWERS", "US"],
  ["1-800-356-FLOWERS", "US"],
  // Digits that nobody's keyboard has, and too many of them.
  ["+86 138 १२३४ ५६७८", null],
  ["+86 138१234 5678", null],
  ["1381 2345 6789 0123 4567", "CN"],
  // Dates, amounts, links, names of accounts.
  ["2024-11-30 12", "US"],
  ["I paid $4155552671", "US"],
  ["https://shop.example/13812345678", "CN"],
  ["a13812345678", "CN"],
  ["13812345678@qq.com", "CN"],
];

for (const [written, country] of none) {
  test(`“${written}” holds no telephone number`, () => {
    assert.deepEqual(recognize(written, { phones: { country } }).entities.phones, []);
  });
}

test("the same national digits are another number in another country", () => {
  assert.equal(alone("mobile 0912345678", "TW"), "+886912345678");
  assert.equal(alone("mobile 0912345678", "VN"), "+84912345678");
});

test("digits that may be an order's number too say so, and a word beside them tells", () => {
  assert.equal(alone("13812345678"), "+8613812345678 | 13812345678");
  assert.equal(alone("4155552671", "US"), "+14155552671 | 4155552671, order 4155552671");
  assert.equal(alone("order 13812345678"), "order 13812345678");
  assert.equal(alone("where is my order (4155552671)?", "US"), "order 4155552671");
  assert.equal(alone("13812345678 is my phone"), "+8613812345678");
  assert.equal(alone("order MB7KQ2XW9T, phone 13812345678"), "+8613812345678, order MB7KQ2XW9T");
  assert.equal(alone("订单号 12345678902，手机 13812345678"), "+8613812345678, order 12345678902");
  assert.equal(alone("+86 138 1234 5678 12345678902"), "+8613812345678, order 12345678902");
  assert.equal(alone("12345678902"), "order 12345678902");
});

test("a shop that has told how it numbers its orders is believed", () => {
  assert.deepEqual(read("4155552671", "US", "SO-[digits 6]"), ["+14155552671"]);
  assert.deepEqual(read("4155552671", "US", "[digits 10]"), [
    "+14155552671 | 4155552671",
    "order 4155552671",
  ]);
  assert.deepEqual(read("SO-4155552671", "US", "SO-[digits 10]"), ["order SO-4155552671"]);
});

test("a bot that takes no telephone numbers finds none", () => {
  const { entities } = recognize("+86 138 1234 5678");
  assert(!("phones" in entities));
});

test("a hostile text is read in no time", () => {
  const start = process.cpuUsage();
  for (const text of [
    "1 ",
    "+1",
    "(1)",
    "13812345678 ",
    "+86 138 1234 5678, ",
    "1-",
    "١",
    "手机",
  ]) {
    recognize(text.repeat(4_000), { phones: { country: "CN" } });
  }
  assert(process.cpuUsage(start).user < 10_000_000); // microseconds of the processor's time
});

test("a word that only ends like one for a telephone makes no number one", () => {
  for (const word of ["iphone", "headphone", "hotel", "excell"])
    assert.equal(read(`${word} 4155552671`, "US").includes("+14155552671"), false, word);
  assert.deepEqual(read("my phone 4155552671", "US"), ["+14155552671"]);
});
