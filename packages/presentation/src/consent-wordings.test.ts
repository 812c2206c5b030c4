import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { consentWordings } from "./consent-wordings.ts";
import { customerLocales } from "./languages/customer-locale.ts";
import { type PhraseKey, say } from "./text/say.ts";

/** What was agreed to so far: a number is only ever added. */
const agreedTo: Record<string, string> = {
  1: "1e72e7eec51d73a5",
  2: "ded31b46063819df",
  3: "df63b9336f2d47d9",
  4: "086f8418d9bedbb7",
};

const textsOf = (wording: { choice?: PhraseKey; told: PhraseKey }) =>
  customerLocales.map((locale) =>
    [wording.choice, wording.told, "newsStopHint" as const]
      .flatMap((key) => (key ? say(locale, key as "newsStopHint") : []))
      .join(" "),
  );

test("what customers agreed to is never changed: other words are another number", () => {
  const hashes = Object.entries(consentWordings).map(([number, wording]) => {
    const texts = JSON.stringify(textsOf(wording));
    return [number, createHash("sha256").update(texts).digest("hex").slice(0, 16)];
  });
  assert.deepEqual(Object.fromEntries(hashes), agreedTo);
});
