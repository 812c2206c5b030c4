import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readerOf, stages } from "@meetbot/presentation";
import fc from "fast-check";
import { knownOrderStatus as ofOrder, knownPackageStatus as ofPackage } from "./known-status.ts";

const knownOrderStatus = (status: string) => ofOrder({ status });
const knownPackageStatus = (status: string) => ofPackage({ package_status: status });

test("a stage that is surely known is told as a code, however the shop writes it", () => {
  const orders = {
    Shipped: "shipped",
    PROCESSING: "processing",
    cancelled: "canceled",
    待付款: "unpaid",
    已发货: "shipped",
    交易成功: "completed",
    "Out for delivery": "shipped",
  };
  for (const [status, code] of Object.entries(orders)) assert.equal(knownOrderStatus(status), code);
  const packages = {
    Preparing: "processing",
    "Out for delivery": "shipped",
    IN_TRANSIT: "shipped",
    Delayed: "shipped",
    待取件: "shipped",
    "Delivered.": "delivered",
  };
  for (const [status, code] of Object.entries(packages)) {
    assert.equal(knownPackageStatus(status), code);
  }
});

test("the words are those that the protocol lists, and so is what is told of them", () => {
  const protocol = readFileSync(new URL("../../../../docs/protocol.md", import.meta.url), "utf8");
  const [, table = ""] = /### Known stages\n[^|]*([\s\S]*?)\n\n/.exec(protocol) ?? [];
  const rows = table.split("\n").slice(2);
  assert.equal(rows.length, Object.keys(stages).length);
  const { language } = readerOf("en");
  for (const row of rows) {
    const [, , told = "", ...cells] = row.split("|").map((cell) => cell.trim());
    const [orderWords = [], packageWords = []] = cells.map((cell) =>
      cell.split(", ").filter(Boolean),
    );
    for (const word of orderWords) assert.equal(inEnglish(knownOrderStatus(word)), told, word);
    for (const word of packageWords) assert.equal(inEnglish(knownPackageStatus(word)), told, word);
  }
  function inEnglish(code: string): string {
    return language.stages[code as keyof typeof language.stages];
  }
});

test("what could tell a moment, or is rare, is told as on file", () => {
  const statuses = [
    ...[
      "Shipped on Nov 3 14:22",
      "Arrives tomorrow",
      "2 days late",
      "Delivered today",
      "shipped 3",
    ],
    ...[
      "明天送达",
      "十一月三日发货",
      "已发货（11月3日）",
      "शिप किया गया ३ नवंबर",
      "Livré mardi",
      "",
    ],
    ...[
      "Returned to sender",
      "退货中",
      "constructor",
      "__proto__",
      "Shipped\nNov 3",
      "Shipped last Tuesday",
    ],
  ];
  for (const status of statuses) {
    assert.equal(knownOrderStatus(status), "on_file", status);
    assert.equal(knownPackageStatus(status), "on_file", status);
  }
});

test("whatever a shop writes, only codes come out, and a code stays itself", () => {
  const codes = new Set([
    ...["unpaid", "paid", "processing", "shipped", "delivered", "completed"],
    ...["canceled", "refunded", "on_file"],
  ]);
  for (const known of [knownOrderStatus, knownPackageStatus]) {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...codes)),
        (status) => {
          const code = known(status);
          assert(codes.has(code));
          assert.equal(known(code), code);
        },
      ),
    );
  }
});
