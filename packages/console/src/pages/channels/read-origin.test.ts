import assert from "node:assert/strict";
import { test } from "node:test";
import { readOrigin } from "./read-origin.ts";

test("whatever address of a page is pasted, its origin is read", () => {
  assert.equal(readOrigin(" https://Shop.example/cart?a=1 "), "https://shop.example");
  assert.equal(readOrigin("shop.example"), "https://shop.example");
  assert.equal(readOrigin("http://localhost:3000/"), "http://localhost:3000");
});

test("what is no page's address has none", () => {
  for (const typed of [
    "",
    "  ",
    "https://*.example",
    "ftp://shop.example",
    "https://a@b.example",
    "https://@b.example",
    "shop.example@b.example",
    "https://shop.example\\@b.example",
  ]) {
    assert.equal(readOrigin(typed), null, typed);
  }
});
