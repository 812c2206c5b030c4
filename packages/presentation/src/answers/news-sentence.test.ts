import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales, languages } from "../languages/customer-locale.ts";
import { orderNewsStatuses, parcelStatuses } from "../parcels/parcel-status.ts";
import { newsSentence } from "./news-sentence.ts";

const statuses = {
  package: [...Object.keys(parcelStatuses), "other"],
  order: [...Object.keys(orderNewsStatuses), "other"],
} as const;

/** A push notification shows about so much on a locked phone. */
const maxLength = 60;

for (const locale of customerLocales) {
  test(`each status is one short sentence of its own, without any data: ${locale}`, () => {
    const end = languages[locale].reading.script === "Latin" ? "." : "。";
    for (const kind of ["order", "package"] as const) {
      const said = statuses[kind].map((status) => newsSentence(locale, kind, status));
      assert.equal(new Set(said).size, said.length, kind);
      for (const sentence of said) {
        assert.ok(sentence.length <= maxLength, sentence);
        assert.equal(sentence.split(end).length, 2, sentence);
        assert.doesNotMatch(sentence, /[\d{}]/, sentence);
      }
    }
  });
}

test("a status that nobody knows yet is told as news", () => {
  for (const status of ["teleported", "constructor", "__proto__"]) {
    assert.equal(newsSentence("en", "package", status), "There is news about your parcel.");
  }
  assert.equal(newsSentence("zh", "package", "out_for_delivery"), "您的包裹正在派送。");
});
