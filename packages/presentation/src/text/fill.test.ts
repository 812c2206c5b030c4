import assert from "node:assert/strict";
import { test } from "node:test";
import { readerOf } from "../status/reader-of.ts";
import { fill, fillParts } from "./fill.ts";
import { asTitle, tell } from "./tell.ts";

test("a phrase is filled in, also with what looks like a place", () => {
  assert.equal(tell(readerOf("en"), "order", { number: "{number}$&" }), "Order {number}$&");
  assert.equal(fill("{a} and {b}", { a: 1 }), "1 and ");
  assert.deepEqual(fillParts("{a}, {b}!", { a: 1, b: 2 }), ["", 1, ", ", 2, "!"]);
});

test("words that stand alone begin with a capital where the language has one", () => {
  assert.equal(asTitle("on its way", readerOf("en")), "On its way");
  assert.equal(asTitle("运输中", readerOf("zh")), "运输中");
  assert.equal(asTitle("", readerOf("en")), "");
});
