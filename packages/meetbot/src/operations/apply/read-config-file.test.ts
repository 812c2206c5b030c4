import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { writeConfigFile } from "./export-config.ts";
import { readConfigFile } from "./read-config-file.ts";

/** As YAML 1.1 or 1.2 takes for something else where they stand without quotes. */
const oddWords = ["off", "null", "1.0", "0x1f", "- a", "# b", "{c}", " d: ", "'e", "yes\nno", "~"];

const plain = { noNullPrototype: true, minKeys: 1 };

test("whatever the shop's words are, a file that is written is read as the same", () => {
  const words = fc.oneof(fc.constantFrom(...oddWords), fc.string({ unit: "grapheme" }));
  const value = fc.oneof(words, fc.array(words), fc.boolean(), fc.integer(), fc.constant(null));
  const name = words.filter((text) => text !== "__proto__");
  fc.assert(
    fc.property(fc.dictionary(name, fc.dictionary(name, value, plain), plain), (told) => {
      const { place, demandRight } = readConfigFile(writeConfigFile(told), "shop.yaml");
      demandRight();
      assert.deepEqual(place.value, told);
    }),
    { numRuns: 50 },
  );
});
