import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// Questions about the orders of some days: the expected counts are made by hand, and the bot repeats the days.

const email = "ann@example.com";

/** Each with what it cost; the last one was canceled. */
const bought: readonly (readonly [day: string, cost: number, status: string])[] = [
  ["2026-11-21", 10, "shipped"],
  ["2026-11-20", 20, "delivered"],
  ["2026-11-11", 40, "delivered"],
  ["2026-10-31", 80, "delivered"],
  ["2026-10-01", 160, "delivered"],
  ["2026-09-30", 320, "delivered"],
  ["2025-10-15", 640, "delivered"],
  ["2026-10-10", 5, "canceled"],
];

const orders = bought.map(([day, cost, status], place) =>
  orderWith(`MBSPAN${String(place).padStart(4, "0")}KX`, {
    timestamp: String(Date.parse(`${day}T12:00:00Z`) / 1000),
    elements: [{ title: `Thing ${place}`, quantity: 1, price: cost }],
    summary: { total_cost: cost },
    status,
  }),
);
const numbers = orders.map(({ order_number }) => order_number);
const shop = shopWith({
  orders,
  accounts: { [email]: { open: numbers.slice(0, 1), unpaid: [], past: numbers.slice(1) } },
});

async function ask(...said: string[]): Promise<string> {
  const talk = openTalk(shop);
  await talk.open(email);
  let told: string[] = [];
  for (const line of said) told = textsOf(await talk.say(line));
  return told.join("\n").replaceAll(/\s/gu, " ");
}

test("a sum is of the days that were named, and says them", async () => {
  const sums: readonly (readonly [string, string, RegExp])[] = [
    ["how much did I spend since october?", "310", /5 orders \(.*since Oct 1, 2026\)/],
    ["how much did I spend before november?", "1,200", /4 orders \(.*up to Oct 31, 2026\)/],
    ["what did I spend between October 1 and November 20?", "300", /from Oct 1 – Nov 20, 2026/],
    ["how much did I pay in october", "240", /2 orders \(.*from October 2026\)/],
    ["how much did i spend last year", "640", /There is just one from 2025/],
    ["10月以来我一共花了多少钱？", "310", /5 个订单（2026年10月1日以来，/],
    ["双十一花了多少", "40", /2026年11月11日只有 1 个订单/],
    ["cuánto he gastado desde octubre?", "310", /desde el 1 oct 2026/],
    ["wie viel habe ich seit Oktober ausgegeben?", "310", /seit dem 01\.10\.2026/],
  ];
  for (const [said, sum, span] of sums) {
    const told = await ask(said);
    assert.match(told, new RegExp(`(?<![0-9.,])${sum.replace(",", "[,.]?")}[.,]00`), said);
    assert.match(told, span, said);
  }
});

test("orders of some days are counted and listed, no others, and none is said so", async () => {
  const told: readonly (readonly [string, RegExp])[] = [
    ["how many orders since October 1st?", /There are 6\. Your orders since Oct 1, 2026:/],
    ["what did I order before november?", /Your orders up to Oct 31, 2026:/],
    ["my order of November 20", /Thing 1/],
    ["11月20号买的那单", /Thing 1/],
    ["11月之前的订单", /您截至 2026年10月31日的订单/],
    ["orders since november 22", /You have no orders since Nov 22, 2026\./],
    ["去年11月的订单", /您 2025年11月没有订单/],
    ["my orders from 2025", /Thing 6/],
    ["bestellungen vor november", /Ihre Bestellungen bis zum 31\.10\.2026/],
    ["mis pedidos antes de noviembre", /Tus pedidos hasta el 31 oct 2026/],
  ];
  for (const [said, expected] of told) assert.match(await ask(said), expected, said);
});

test("that there was just one is said only where nothing is left out", async () => {
  assert.match(await ask("how much did I spend last year?"), /There is just one from 2025/);
  const told = await ask("how much did I spend between October 5 and October 20?");
  assert.doesNotMatch(told, /just one/);
  const some = await ask("how much did I spend between October 5 and October 31?");
  assert.doesNotMatch(some, /just one/);
  assert.match(some, /canceled and refunded orders are left out/);
  assert.match(some, /80\.00/);
});

test("a time whose days are not known is asked for, and not passed over", async () => {
  for (const said of [
    "how much did I spend since easter?",
    "what have I ordered since black friday",
  ]) {
    assert.match(await ask(said), /I do not know which days that is/, said);
  }
  assert.match(await ask("去年夏天花了多少？"), /具体是哪几天我不清楚/);
  // Nor is it asked of the order that was spoken of last.
  const after = await ask(`where is ${numbers[0]}?`, "how much did I spend since easter?");
  assert.match(after, /I do not know which days that is/);
});

test("days are of all orders where one is spoken of, unless that one is pointed at", async () => {
  const spoken = `where is ${numbers[0]}?`;
  assert.match(await ask(spoken, "what did I order before november?"), /up to Oct 31, 2026/);
  assert.match(await ask(spoken, "how much did I spend since october?"), /310\.00/);
  assert.match(
    await ask(spoken, "how much did I pay for it in november?"),
    /^The total is \$10\.00\.$/,
  );
});

test("whose email is only typed is told of whole months, not of days that are hidden", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say(email);
  const told = textsOf(await talk.say("my orders since october 15")).join(" ");
  assert.doesNotMatch(told, /since Oct/);
});
