import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMachine } from "../../../test/fixtures/machine.ts";

const machine = createMachine({ after });

/** Runs `meetbot recognize` on an input and reads its lines. */
async function recognize(input: string | Buffer, ...options: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await machine.run(["recognize", ...options], { input });
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout.split("\n").slice(0, -1);
}

const textsOf = (lines: string[]) => lines.map((line) => JSON.parse(line).text);

test("each line of the input is answered by one line, in order, also empty ones", async () => {
  const lines = await recognize("hello\n\n  \nwhere is my order?\n\n", "--json");
  assert.deepEqual(textsOf(lines), ["hello", "", "  ", "where is my order?", ""]);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).intent),
    ["greeting", "other", "other", "order_query", "other"],
  );
});

test("lines end at \\n alone, and the last one needs none", async () => {
  const lines = await recognize("one\r\ntwo\rhalf\nthree\u2028four\u0085\fend", "--json");
  assert.deepEqual(textsOf(lines), ["one\r", "two\rhalf", "three\u2028four\u0085\fend"]);
  assert.deepEqual(await recognize(""), []);
  assert.deepEqual(textsOf(await recognize("\n", "--json")), [""]);
});

test("a line in any language arrives whole, however long it is", async () => {
  const long = `我的订单到哪了？${"📦".repeat(50_000)}`;
  assert.deepEqual(textsOf(await recognize(`${long}\n\ufeff你好`, "--json")), [long, "\ufeff你好"]);
});

test("a JSON line has the keys of the contract, in its order", async () => {
  const [line = ""] = await recognize("track PK27HBCN5U for a@b.co, unpaid MB12345678", "--json");
  const said = JSON.parse(line);
  assert.deepEqual(Object.keys(said), [
    "text",
    "intent",
    "confidence",
    "decision",
    "entities",
    "filter",
    "locale",
    "about",
    "concern",
    "topic",
    "ordinals",
    "narrowing",
  ]);
  assert.deepEqual(Object.keys(said.entities), ["emails", "order_numbers", "package_numbers"]);
  assert.deepEqual(said.entities.emails, ["a@b.co"]);
  assert(["act", "clarify", "none"].includes(said.decision));
  assert(said.confidence > 0 && said.confidence <= 1);
});

test("words of the command line are one utterance; without --json the answer is for people", async () => {
  const { stdout } = await machine.run(["recognize", "--json", "where", "is", "MB12345678?"]);
  assert.deepEqual(textsOf(stdout.trimEnd().split("\n")), ["where is MB12345678?"]);
  const [line, ...others] = await recognize("待付款的订单\n");
  assert.match(line ?? "", /^order_query [01]\.\d\d act zh filter=unpaid$/);
  assert.deepEqual(others, []);
});

test("a JSON line says what is asked of what is shown, what troubles, and which ones are meant", async () => {
  const lines = await recognize(
    "how much was it, and when will the second one come?\nthe zip is broken\nmy orders from march 2025\n",
    "--json",
  );
  const said = lines.map((line) => JSON.parse(line));
  assert.deepEqual(said[0].about, ["total", "expected"]);
  assert.deepEqual(said[0].ordinals, [2]);
  assert.equal(said[1].concern, "damaged");
  assert.deepEqual(said[2].narrowing, { placed: { within: { month: 3, year: 2025 } } });
});

test("a JSON line says which of the shop's topics is asked about, and how surely", async () => {
  const lines = await recognize("how do i send this back\nwhere is my order\n", "--json");
  const [asked, order] = lines.map((line) => JSON.parse(line).topic);
  assert.deepEqual(Object.keys(asked), ["id", "confidence", "example"]);
  assert.deepEqual([asked.id, asked.example], ["returns", null]);
  assert.equal(order, null);
});

test("--shown makes a request of a question about what is shown, and of nothing else", async () => {
  const [alone = ""] = await recognize("how much was it", "--json");
  assert.notEqual(JSON.parse(alone).decision, "act");
  for (const [shown, intent] of [
    ["order", "order_query"],
    ["package", "package_track"],
  ] as const) {
    const lines = await recognize(
      "how much was it\nthanks\nnice weather\n",
      "--json",
      "--shown",
      shown,
    );
    const [asked, thanks, other] = lines.map((line) => JSON.parse(line));
    assert.deepEqual([asked.intent, asked.decision], [intent, "act"]);
    assert.equal(thanks.intent, "thanks_bye");
    assert.equal(other.intent, "other");
  }
  const { code, stderr } = await machine.run(["recognize", "hi", "--shown", "cart"]);
  assert.notEqual(code, 0);
  assert.match(stderr, /order, package/);
});

test("--order-number says how the shop numbers its orders", async () => {
  const [line = ""] = await recognize("SO-12 is late", "--json", "--order-number", "SO-[digits 2]");
  assert.deepEqual(JSON.parse(line).entities.order_numbers, ["SO-12"]);
});

test("--explain says where each entity stands, and whose package it is", async () => {
  const [line = ""] = await recognize("包裹ＳＦ1402938471234", "--json", "--explain");
  assert.deepEqual(JSON.parse(line).found.package_numbers, [
    {
      value: "SF1402938471234",
      text: "ＳＦ1402938471234",
      start: 2,
      end: 17,
      carrier: "SF Express",
    },
  ]);
});

test("--explain also says what decided", async () => {
  const [line = ""] = await recognize("where is my order?", "--json", "--explain");
  assert(JSON.parse(line).reasons.length > 0);
});
