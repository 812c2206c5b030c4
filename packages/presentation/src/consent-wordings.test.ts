import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { consentWordings } from "./consent-wordings.ts";
import { type CustomerLocale, customerLocales } from "./languages/customer-locale.ts";
import { type PhraseKey, say } from "./text/say.ts";

/** What was agreed to so far, by the languages that it was said in: a number, or a language, is only ever added. */
const agreedTo: Record<string, Record<string, string>> = {
  "de en es zh zh-Hant": {
    1: "1e72e7eec51d73a5",
    2: "ded31b46063819df",
    3: "df63b9336f2d47d9",
    4: "086f8418d9bedbb7",
  },
  "pt-BR": {
    1: "281e15150f83ede7",
    2: "bce1a0063bf0df1a",
    3: "09da8afc8623dc39",
    4: "704cb1ea59247770",
  },
  ja: {
    1: "70b1a19e9de6db5c",
    2: "8f7d6748c4598196",
    3: "9ca46d10b81f2a1a",
    4: "7d6104ce9a788312",
  },
  fr: {
    1: "242cc8bba02232bc",
    2: "46e33d90a837567e",
    3: "304a6fda220a8dd3",
    4: "fe40c407216dae4e",
  },
};

const textsOf = (
  wording: { choice?: PhraseKey; told: PhraseKey },
  locales: readonly CustomerLocale[],
) =>
  locales.map((locale) =>
    [wording.choice, wording.told, "newsStopHint" as const]
      .flatMap((key) => (key ? say(locale, key as "newsStopHint") : []))
      .join(" "),
  );

test("what customers agreed to is never changed: other words are another number", () => {
  for (const [names, agreed] of Object.entries(agreedTo)) {
    const locales = customerLocales.filter((locale) => names.split(" ").includes(locale));
    const hashes = Object.entries(consentWordings).map(([number, wording]) => {
      const texts = JSON.stringify(textsOf(wording, locales));
      return [number, createHash("sha256").update(texts).digest("hex").slice(0, 16)];
    });
    assert.deepEqual(Object.fromEntries(hashes), agreed, names);
  }
  assert.deepEqual(Object.keys(agreedTo).join(" ").split(" ").sort(), [...customerLocales].sort());
});
