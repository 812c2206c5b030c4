import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { maskNumber, tellsNumber } from "./order-number.ts";

test("what is drawn at random shows its last four characters where six stay hidden", () => {
  const seen = { MBWXS75S9878: "9878", MB7Q2K9XW4TP: "W4TP", "mb-7q2k-9xw4": "9XW4" };
  for (const [number, tail] of Object.entries(seen))
    assert.equal(maskNumber(number), `····${tail}`);
  assert.equal(maskNumber("7Q2K9XW4T"), "····");
});

test("what may count up is masked whole, whatever stands around the counter", () => {
  const counted = [
    ...["123456", "1000001234", "12345678902", "2026-001234", "2026/11/03-1234", "#1000001234"],
    ...[
      "MB20261103-0042",
      "MB-2026-001234",
      "ORDER-0000001234",
      "SO1234567890",
      "INV_2026_11_1234",
    ],
    ...[
      "SO26NOV1234",
      "2026NOV-1234",
      "B2B-2026-0042",
      "WEB1SHOP-1234",
      "A1B2-000123456",
      "WEB2026S1234",
    ],
    ...["1000001234-EU", "1000001234EU", "0000K3X9QZ", "X1-0042-ABCD9", "１００００１２３４５"],
  ];
  for (const number of counted) assert.equal(maskNumber(number), "····", number);
});

test("every counter behind letters is masked whole", () => {
  const prefix = fc.stringMatching(/^[A-Z]{0,8}[-_/#. ]?$/);
  const counter = fc.integer({ min: 0, max: 10 ** 14 }).map(String);
  const separated = counter.map((digits) => digits.replace(/(?=(...)+$)/g, "-"));
  fc.assert(
    fc.property(prefix, fc.oneof(counter, separated), (before, digits) => {
      assert.equal(maskNumber(before + digits), "····");
    }),
  );
});

test("a number tells another that it contains, and a short one that is a part of it", () => {
  for (const text of ["P-1042-1", "PK1042", "10421", "order=1042&x=1"]) {
    assert(tellsNumber(text, "#1042"), text);
  }
  assert(tellsNumber("P-42-1", "42"));
  assert(!tellsNumber("1Z999AA10392661508", "42"));
  assert(!tellsNumber("A1231411", "MB7Q2K9XW4TP"));
  assert(!tellsNumber("A1231411", ""));
});
