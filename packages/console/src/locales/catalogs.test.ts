import assert from "node:assert/strict";
import { test } from "node:test";
import { compileCatalog } from "../../messages/compile-catalog.mjs";
import { comparePlaces, type RawCatalog } from "../../messages/read-catalogs.mjs";

type Said = Record<string, string | ((places: Record<string, unknown>) => string)>;

async function compile(catalog: RawCatalog, language: string): Promise<Said> {
  const code = compileCatalog(catalog, language);
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
}

function say(words: Said, name: string, places: Record<string, unknown>): string {
  const word = words[name];
  assert(typeof word === "function");
  return word(places);
}

test("a text is filled in, counts in the forms of its language, and quotes what is no place", async () => {
  const words = await compile(
    {
      plain: "Don't write '{{'1'}}' or ` or $ there",
      took: "took {ms} ms",
      left: "{count, plural, =0 {Nothing} one {# thing of {all}} other {# things of {all}}} left",
      ended: "{isByItself, select, true {by itself} other {by {who}}}",
    },
    "en",
  );
  assert.equal(words.plain, "Don't write {{1}} or ` or $ there");
  assert.equal(say(words, "took", { ms: "12" }), "took 12 ms");
  const left = (count: number) => say(words, "left", { count, all: 9 });
  assert.deepEqual([0, 1, 2].map(left), [
    "Nothing left",
    "1 thing of 9 left",
    "2 things of 9 left",
  ]);
  assert.equal(left(1234), "1,234 things of 9 left");
  assert.equal(say(words, "ended", { isByItself: true, who: "Ada" }), "by itself");
  assert.equal(say(words, "ended", { isByItself: false, who: "Ada" }), "by Ada");
  const { ago } = await compile({ ago: "{n, plural, one {a} few {b} other {c}}" }, "pl");
  assert(typeof ago === "function");
  assert.deepEqual([ago({ n: 1 }), ago({ n: 3 }), ago({ n: 5 })], ["a", "b", "c"]);
});

test("what is no message, or is formatted elsewhere, is refused by its name", () => {
  assert.throws(() => compileCatalog({ list: { open: "{count" } }, "en"), /\.list\.open: /);
  assert.throws(() => compileCatalog({ at: "{day, date}" }, "en"), /useFormats/);
});

test("a text or a place that only one language has is named", () => {
  const { faults, places } = comparePlaces({
    en: {
      page: { title: "Title", by: "{count} by {who}", some: "{n, plural, one {is} other {are}}" },
    },
    zh: { page: { by: "{count, plural, other {#}} {whom}", some: "是", other: "其他" } },
  });
  assert.deepEqual(faults, [
    "zh lacks page.title",
    "zh lacks {who} in page.by",
    "en has no {whom} for zh in page.by",
    "en lacks page.other, which zh has",
  ]);
  assert.deepEqual(places["page.by"], { count: "number", who: "Value" });
});
