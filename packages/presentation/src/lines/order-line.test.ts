import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales } from "../languages/customer-locale.ts";
import { readerOf } from "../status/reader-of.ts";
import { orderLine } from "./order-line.ts";

const element = (title: string) => ({ title, quantity: 1, price: 25 });
const placedAt = "1428444852";

test("an order is named by its goods, with where it is and when it was placed", () => {
  const order = {
    order_number: "MB12345678",
    status: "shipped",
    timestamp: placedAt,
    elements: [element("Linen Shirt"), element("Socks"), element("Belt")],
  };
  assert.deepEqual(orderLine(order, readerOf("en", { timeZone: "UTC" })), {
    title: "Linen Shirt +2 more",
    state: "shipped",
    when: "placed Apr 7, 2015",
  });
  assert.deepEqual(orderLine(order, readerOf("zh", { timeZone: "UTC" })), {
    title: "Linen Shirt，另有 2 件",
    state: "已发货",
    when: "下单时间 2015年4月7日",
  });
});

test("one thing alone is only its title, without white space around it", () => {
  const { title } = orderLine({ elements: [element(" Linen Shirt ")] }, readerOf("en"));
  assert.equal(title, "Linen Shirt");
});

test("where the goods are hidden, the order keeps its name and its month", () => {
  const masked = { order_number: "····5678", status: "shipped", placed_month: "2026-10" };
  assert.deepEqual(orderLine(masked, readerOf("en")), {
    title: "Order ····5678",
    state: "shipped",
    when: "placed in October 2026",
  });
  assert.deepEqual(orderLine({}, readerOf("en")), { title: "Order ····", state: "" });
});

test("a title that is too long is cut between characters, and the count stays", () => {
  for (const locale of customerLocales) {
    const elements = [element("👟".repeat(200)), element("Socks")];
    const { title } = orderLine({ elements }, readerOf(locale));
    assert.ok([...title].length < 65, title);
    assert.ok(title.startsWith(`${"👟".repeat(44)}…`), title);
    assert.match(title, /1/);
  }
});

test("Chinese takes twice the room, and so is cut at half as many characters", () => {
  const { title } = orderLine({ elements: [element("经典白色纯棉".repeat(9))] }, readerOf("zh"));
  assert.equal([...title].length, 23);
  const fitting = "经典白色纯棉".repeat(3);
  assert.equal(orderLine({ elements: [element(fitting)] }, readerOf("zh")).title, fitting);
});

test("a first thing without a title is no name", () => {
  const order = { order_number: "1", elements: [element(" ")] };
  assert.equal(orderLine(order, readerOf("en")).title, "Order 1");
});

test("that something came is said once, with the day", () => {
  const parcel = { package_status: "Delivered", exp_delivery: "2026-11-11" };
  const order = { order_number: "1", status: "shipped", parcel };
  const { state, when } = orderLine(order, readerOf("en"));
  assert.deepEqual([state, when], ["delivered", "Nov 11, 2026"]);
  const coming = { ...parcel, package_status: "In transit" };
  assert.match(orderLine({ ...order, parcel: coming }, readerOf("en")).when ?? "", /^Expected/);
});

test("of an order that was sent in part no package tells where all of it is, in any language", () => {
  const parcel = { package_status: "In transit", exp_delivery: "2026-12-03" };
  const order = { status: "Shipped", status_code: "partially_shipped", parcel } as const;
  const told = {
    de: "teilweise versandt",
    en: "partially shipped",
    es: "enviado en parte",
    ja: "一部発送済み",
    "pt-BR": "enviado em parte",
    fr: "expédition partielle",
    zh: "部分发货",
    "zh-Hant": "部分出貨",
  };
  for (const locale of customerLocales) {
    const { state, when } = orderLine({ ...order, timestamp: placedAt }, readerOf(locale));
    assert.equal(state, told[locale]);
    assert.doesNotMatch(when ?? "", /2026/);
  }
});
