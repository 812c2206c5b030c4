import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { Order, Package, Query } from "@meetbot/protocol";
import { bot } from "../store/store.fixture.ts";
import { dialogContext } from "../turn/dialog-context.ts";
import { previewAnswer } from "./preview-answer.ts";

const now = 1_764_000_000_000;
const speaker = dialogContext(bot, {
  sendsCodes: true,
  offersLinks: false,
  answers: emptyBook,
  now,
});
const pagination = { page: 1, limit: 3 };

const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  status: "shipped",
  timestamp: "1763000000",
  currency: "USD",
  recipient_name: "Stephane Crozatier",
  payment_method: "Visa 2345",
  order_url: "https://shop.example/o",
  summary: { total_cost: 56.14 },
  elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" }],
} as Order;

const pkg: Package = {
  order_number: "MB7K2Q9XW4TP",
  package_number: "PK7K2Q9XW4",
  package_status: "On its way",
  product_name: "Classic White T-Shirt",
  carrier: "UPS",
};

const byAccount: Query = {
  method: "orders",
  id: "order_list_1",
  pageId: "1",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  pagination,
};
const byNumber: Query = { method: "orders", id: "o", pageId: "1", orderNumber: "MB7K2Q9XW4TP" };
const ofOrder: Query = {
  method: "packages",
  id: "p",
  pageId: "1",
  orderNumber: "MB7K2Q9XW4TP",
  pagination,
};
const byPackage: Query = {
  method: "packages",
  id: "p",
  pageId: "1",
  packageNumber: "PK7K2Q9XW4",
  pagination,
};
const orders: MerchantAnswer = { kind: "orders", orders: [order], hasNextPage: false };
const packages: MerchantAnswer = { kind: "packages", packages: [pkg], hasNextPage: false };

const preview = (query: Query, answer: MerchantAnswer) =>
  previewAnswer(query, answer, { speaker, now });

function textAt(query: Query, answer: MerchantAnswer, level: unknown, locale: "en" | "zh" = "en") {
  const found = preview(query, answer).find((one) => one.level === level);
  assert(found, `no level ${level}`);
  return JSON.stringify(found.entries[locale]);
}

describe("previewAnswer", () => {
  it("shows an account's orders at three levels", () => {
    assert.deepEqual(
      preview(byAccount, orders).map(({ level }) => level),
      [0, 1, 2],
    );
    const [stranger, typed, proved] = [0, 1, 2].map((level) => textAt(byAccount, orders, level));
    assert.match(stranger!, /"····W4TP"|····/);
    assert.doesNotMatch(stranger!, /MB7K2Q9XW4TP|T-Shirt|Stephane|Visa|1763000000/);
    assert.match(stranger!, /"placed_month":"2025-11"/);
    assert.match(typed!, /MB7K2Q9XW4TP.*T-Shirt/);
    assert.doesNotMatch(typed!, /Stephane|Visa|shop\.example/);
    assert.match(proved!, /Stephane.*Visa|Visa.*Stephane/);
  });

  it("shows an order asked for by its number at three levels", () => {
    assert.doesNotMatch(textAt(byNumber, orders, 0), /T-Shirt|Stephane|1763000000|placed_month/);
    assert.match(textAt(byNumber, orders, 1), /T-Shirt/);
    assert.doesNotMatch(textAt(byNumber, orders, 1), /Stephane/);
    assert.match(textAt(byNumber, orders, 2), /Stephane/);
  });

  it("shows a package asked for by its number as the carrier knows it, and then as the shop does", () => {
    assert.deepEqual(
      preview(byPackage, packages).map(({ level }) => level),
      ["package", 1, 2],
    );
    assert.match(textAt(byPackage, packages, "package"), /UPS/);
    assert.doesNotMatch(textAt(byPackage, packages, "package"), /T-Shirt|MB7K2Q9XW4TP/);
    assert.match(textAt(byPackage, packages, 1), /T-Shirt/);
    assert.match(textAt(ofOrder, packages, 1), /T-Shirt/);
    assert.doesNotMatch(textAt(ofOrder, packages, 0), /T-Shirt|UPS/);
  });

  it("shows a package that is numbered after its order as that order's number does", () => {
    const numbered = { ...pkg, package_number: "MB7K2Q9XW4TP-1" };
    const query = { ...byPackage, packageNumber: "MB7K2Q9XW4TP-1" } as Query;
    const answer: MerchantAnswer = { kind: "packages", packages: [numbered], hasNextPage: false };
    const [lowest] = previewAnswer(query, answer, { speaker, now });
    assert.equal(lowest?.level, 0);
    assert.doesNotMatch(JSON.stringify(lowest), /UPS|exp_delivery/);
  });

  it("speaks both languages", () => {
    assert.match(textAt(byAccount, orders, 2, "zh"), /\p{Script=Han}/u);
    assert.doesNotMatch(textAt(byAccount, orders, 2, "en"), /\p{Script=Han}/u);
  });

  it("shows a no, an empty list and silence as every customer reads them", () => {
    const no: MerchantAnswer = {
      kind: "refusal",
      reason: "order_not_found",
      code: 11001,
      message: "psst",
    };
    const nothing: MerchantAnswer = { kind: "orders", orders: [], hasNextPage: false };
    const silence: MerchantAnswer = { kind: "unavailable", reason: "timeout" };
    assert.match(textAt(byNumber, no, null), /MB7K2Q9XW4TP/);
    assert.doesNotMatch(textAt(byNumber, no, null), /psst/);
    const texts = [no, nothing, silence].map((answer) => textAt(byAccount, answer, null));
    assert.equal(new Set(texts).size, 3);
  });

  it("gives choices names that do nothing, and tells nothing by them", () => {
    const text = textAt(byAccount, orders, 0);
    assert.match(text, /"payload":"choice_\d+"/);
    assert.doesNotMatch(text, /userAccount|orderNumber/);
  });

  it("shows nothing of a test", () => {
    const test: Query = { method: "test", id: "test_1", pageId: "1", testToken: "12345" };
    assert.deepEqual(preview(test, { kind: "test", testToken: "12345" }), []);
  });
});
