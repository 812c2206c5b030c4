import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "./recognize.ts";

const longest = 10_000;

/** What people and machines paste into text fields, and no one's address or number. */
const oddTexts = [
  "",
  " ",
  "\u0000",
  "\n\r\t\v\f",
  "\u200b\u200c\u200d\u2060\ufeff",
  "\u202egnirts desrever\u202c",
  "\u2066isolated\u2069",
  "\ud800",
  "\udfff\ud800",
  "a\ud83d",
  "e\u0301\u0301\u0301\u0301",
  `Z${"\u0351\u0360\u0489".repeat(200)}`,
  "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳",
  "😀".repeat(500),
  "０１２３",
  "٠١٢٣٤",
  "½ ¾ ² ³",
  "NaN",
  "-1/0",
  "1e309",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<script>alert(1)</script>",
  "<email>",
  "<id> <id> <id>",
  "'; DROP TABLE orders; --",
  `\${7*7} {{7*7}} #{7*7}`,
  "%s%n%x %00",
  "../../../../etc/passwd",
  "C:\\con\\aux",
  "(a+)+$",
  "[[[[[[[[",
  "\\",
  "const x = (y) => y.map((z) => z ** 2);",
  '{"a":[1,2,{"b":null}]}',
  "ÅÄÖ ß ı İ ǆ ﬃ",
  "مرحبا أين طلبي",
  "सामान कहाँ है",
  "注文はどこですか",
  "주문 어디예요",
  "ก็ทำได้",
  "hello你好hola",
  "@",
  "@@@@@@",
  "user@",
  "@example.com",
  "a@b",
  "at dot at dot at",
  "....@....",
  "1".repeat(64),
  "9".repeat(longest),
  "。。。。！！！？？？",
  "🙏🙏🙏",
];

test("no text makes it fail, and none of these holds an address", () => {
  for (const text of oddTexts) {
    const { entities, confidence, text: echoed } = recognize(text);
    const name = JSON.stringify(text.slice(0, 40));
    assert.equal(echoed, text, name);
    assert.deepEqual(entities.emails, [], name);
    assert.ok(confidence >= 0 && confidence <= 1, name);
    for (const { start, end, text: written } of [
      ...entities.orderNumbers,
      ...entities.packageNumbers,
    ]) {
      assert.equal(text.slice(start, end), written, name);
    }
  }
});

/** Texts that make careless patterns look at each place again and again. */
const repeated = [
  "a",
  " ",
  "1",
  "a1",
  "1-",
  "1 2 3 ",
  "@",
  "a@",
  "a.b@c.",
  "x at y dot ",
  "(at)",
  "where is my order ",
  "the the ",
  "order number is ",
  "'",
  "订单",
  "的",
  "单号是",
  "什么时候",
  "到了吗 ",
  "没收到，",
  "艾特",
  "。",
  "\u0301",
  "\u200b",
  "😀",
];

test("four times the text takes about four times the time, up to 10,000 characters of anything", () => {
  for (const piece of repeated) {
    const text = piece.repeat(longest).slice(0, longest);
    const [quarter, whole] = [fastest(text.slice(0, longest / 4)), fastest(text)];
    // Linear is 4, quadratic 16; below a few milliseconds the collector decides.
    assert.ok(
      whole < 4 || whole / quarter < 10,
      `${JSON.stringify(piece)}: ${quarter} and ${whole} ms`,
    );
    assert.ok(whole < 500, `${JSON.stringify(piece)}: ${whole} ms`);
  }
});

/** Time of the processor, the least of several runs: what else the machine does only adds to it. */
function fastest(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 7; run += 1) {
    const before = process.cpuUsage();
    recognize(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
