import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { createLookupKey, derivedLookupRoot } from "../../secrets/lookup-key.ts";
import { keyRing, openTestStore } from "../../store/store.fixture.ts";

test("of nodes that start at once without a root one makes it, and all have that one", async (t) => {
  const { openAgain, run } = await openTestStore(t);
  await run("delete from bots");
  await run("delete from lookup_root");
  const stores = await Promise.all([1, 2, 3, 4, 5, 6].map(() => openAgain()));
  const hashes = stores.map(({ codeKey }) => codeKey("123456").toString("hex"));
  assert.equal(new Set(hashes).size, 1);
  const derived = createLookupKey(derivedLookupRoot(keyRing[0]), "code");
  assert.notEqual(hashes[0], derived("123456").toString("hex"));
});

test("where bots were made before there was a root, it is what was derived from their key", async (t) => {
  const newer = parseKeyRing(randomBytes(32).toString("base64"));
  const { openAgain, run } = await openTestStore(t, { keyRing: [keyRing[0], newer[0]] });
  await run("delete from lookup_root");
  const again = await openAgain({ keyRing: [newer[0], keyRing[0]] });
  const derived = createLookupKey(derivedLookupRoot(keyRing[0]), "code");
  assert.deepEqual(again.codeKey("123456"), derived("123456"));
  const [{ key_id }] = await run("select key_id from lookup_root");
  assert.equal(key_id, newer[0].id);
});
