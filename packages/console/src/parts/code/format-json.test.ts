import assert from "node:assert/strict";
import { test } from "node:test";
import { formatJson } from "./format-json.ts";

test("JSON is set out in lines, and no digit is lost", () => {
  const text = '{"a":12345678901234567890, "b":["x,\\"{y}", {}, []],"c":1.50}';
  assert.equal(
    formatJson(text),
    '{\n  "a": 12345678901234567890,\n  "b": [\n    "x,\\"{y}",\n    {},\n    []\n  ],\n  "c": 1.50\n}',
  );
});

test("what is no JSON is not set out", () => {
  for (const text of ["", "{", "<html>", '{"a":1} x']) assert.equal(formatJson(text), null);
});

test("values of each kind stay what they are", () => {
  for (const text of ['"a"', "1", "true", "null", "[]", "{}", '[1,{"a":[null]}]']) {
    assert.deepEqual(JSON.parse(formatJson(text) ?? ""), JSON.parse(text));
  }
});
