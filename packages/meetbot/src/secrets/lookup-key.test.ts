import assert from "node:assert/strict";
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { test } from "node:test";
import { createLookupKey, derivedLookupRoot } from "./lookup-key.ts";

test("the derived root gives the lookup keys that HKDF made of the master key itself", () => {
  const bytes = randomBytes(32);
  const key = Buffer.from(hkdfSync("sha256", bytes, "", "meetbot lookup account", 32));
  const lookup = createLookupKey(derivedLookupRoot({ id: "k1", bytes }), "account");
  assert.deepEqual(lookup("查询"), createHmac("sha256", key).update("查询").digest());
});

test("another purpose or another root finds nothing of it", () => {
  const root = randomBytes(32);
  const found = createLookupKey(root, "account")("a@shop.example").toString("hex");
  assert.notEqual(createLookupKey(root, "code")("a@shop.example").toString("hex"), found);
  const other = createLookupKey(randomBytes(32), "account");
  assert.notEqual(other("a@shop.example").toString("hex"), found);
});
