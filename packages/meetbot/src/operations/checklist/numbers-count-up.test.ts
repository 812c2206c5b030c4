import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersCountUp } from "./numbers-count-up.ts";

const counting: Record<string, string[]> = {
  "one after the other": ["1000000001", "1000000002"],
  "with the gaps of other customers": ["4500010044", "4500013902", "4500027761"],
  "after letters, with hyphens": ["SO-2026-000123", "SO-2026-000131"],
  "with a date before a counter": ["202611270042", "202601150007", "202611270051"],
  "as the time they were given": [
    "1795000000123",
    "1795000409871",
    "1763900000555",
    "1795086400000",
  ],
  "between random ones": ["8201937465", "1000000001", "4710983625", "1000000009"],
  "too short to count alone, too": ["100045", "100046"],
};

for (const [how, numbers] of Object.entries(counting)) {
  test(`numbers that count up are seen ${how}`, () => assert(numbersCountUp(numbers)));
}

test("numbers drawn at random do not count up", () => {
  const digits = ["8201937465", "1938475620", "4710983625", "6652019384", "3029485761"];
  assert(!numbersCountUp(digits));
  assert(!numbersCountUp(["MBWXS75S9878", "MB0K2M7PQ4T1", "MBA2DSKP5W56"]));
});

test("one number tells nothing, nor does none, nor the same one in two spellings", () => {
  for (const numbers of [[], ["1000000001"], ["SO-1000000001", "so1000000001"]]) {
    assert(!numbersCountUp(numbers));
  }
});

test("numbers of other shapes are not compared", () => {
  assert(!numbersCountUp(["A000000001", "B000000002", "00000000003"]));
});
