import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import { openUnderMaster, parseKeyRing, sealUnderMaster } from "./key-ring.ts";
import { MasterKeyError } from "./master-key.ts";

const newKey = () => randomBytes(32).toString("base64");

test("a key is 32 bytes in base64, named by the start of its hash", () => {
  const bytes = randomBytes(32);
  const [key, ...others] = parseKeyRing(` ${bytes.toString("base64")}\n`);
  assert.deepEqual(others, []);
  assert.deepEqual(key.bytes, bytes);
  assert.equal(key.id, createHash("sha256").update(bytes).digest("hex").slice(0, 8));
});

test("anything else is refused, with how to make a key and without what was given", () => {
  const url = randomBytes(32).fill(255).toString("base64url");
  const short = randomBytes(31).toString("base64");
  for (const text of ["", "secret", url, short, "ab".repeat(32), `${newKey()},`, `${newKey()} x`]) {
    assert.throws(
      () => parseKeyRing(text),
      (error: unknown) =>
        error instanceof MasterKeyError &&
        error.code === "master_key_invalid" &&
        /MEETBOT_MASTER_KEY .*openssl rand -base64 32/.test(error.message) &&
        (text === "" || !error.message.includes(text)),
    );
  }
});

test("a value names the master key it is sealed under, and opens with no other", () => {
  const ring = parseKeyRing(newKey());
  const other = parseKeyRing(newKey());
  const stored = sealUnderMaster(ring, "value", "here");
  assert.equal(stored.keyId, ring[0].id);
  assert.equal(openUnderMaster(ring, stored, "here").toString(), "value");
  assert.throws(() => openUnderMaster(other, stored, "here"), { code: "seal_key_unknown" });
});

test("the first key of a ring seals, and every key of it opens", () => {
  const [older, newer] = [newKey(), newKey()];
  const before = sealUnderMaster(parseKeyRing(older), "value", "here");
  const ring = parseKeyRing(`${newer}, ${older}`);
  assert.equal(openUnderMaster(ring, before, "here").toString(), "value");
  assert.equal(sealUnderMaster(ring, "value", "here").keyId, parseKeyRing(newer)[0].id);
});

test("a ring with one key twice is refused", () => {
  const key = newKey();
  assert.throws(() => parseKeyRing(`${key},${key}`), { code: "master_key_invalid" });
});
