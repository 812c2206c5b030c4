import assert from "node:assert/strict";
import { test } from "node:test";
import { type PhraseKey, phrases, say } from "./say.ts";

const places = (phrase: string) =>
  [...phrase.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

test("every Chinese phrase is filled in at the same places as the English one", () => {
  for (const [key, english] of Object.entries(phrases.en)) {
    assert.deepEqual(places(phrases.zh[key as PhraseKey]), places(english), key);
  }
});

test("Chinese phrases are Chinese, and English ones are not", () => {
  for (const key of Object.keys(phrases.en) as PhraseKey[]) {
    assert.match(phrases.zh[key], /\p{Script=Han}/u, key);
    assert.doesNotMatch(phrases.en[key], /\p{Script=Han}/u, key);
  }
});

test("a phrase is filled in, also with what looks like a place", () => {
  assert.equal(
    say("en", "reach", { contact: "{contact}$&" }),
    "You reach a person here: {contact}$&.",
  );
});
