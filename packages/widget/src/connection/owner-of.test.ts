import assert from "node:assert/strict";
import { test } from "node:test";
import { ownerOf } from "./owner-of.ts";

const token = (claims: object, signature = "s") =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;

test("a fresh token of the same shopper is the same owner", () => {
  const first = ownerOf(token({ sub: "李雷@shop.example", exp: 1 }, "a"));
  assert.equal(first, ownerOf(token({ exp: 2, sub: "李雷@shop.example" }, "b")));
  assert.match(first, /^[0-9a-f]{8,16}$/);
});

test("another shopper, and a guest, are other owners", () => {
  const owners = [token({ sub: "a@shop.example" }), token({ sub: "b@shop.example" }), null];
  assert.equal(new Set(owners.map(ownerOf)).size, 3);
  assert.equal(ownerOf(null), "");
});

test("what is no token stands for itself", () => {
  const broken = ["x", "y", "a.b.c", "a.e30.c", token({ sub: 7 }), token({})];
  assert.equal(new Set([...broken.map(ownerOf), ""]).size, broken.length + 1);
});
