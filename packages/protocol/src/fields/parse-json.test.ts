import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJson } from "./parse-json.ts";
import { ProtocolError } from "./protocol-error.ts";

test("keeps each digit of integers with 16 digits or more, as strings", () => {
  assert.deepEqual(parseJson('{"a":12345678901234567890,"b":[-1234567890123456, 7]}'), {
    a: "12345678901234567890",
    b: ["-1234567890123456", 7],
  });
  assert.equal(parseJson("12345678901234567890"), "12345678901234567890");
});

test("leaves shorter integers, fractions and exponents numbers", () => {
  assert.deepEqual(
    parseJson("[123456789012345,0.12345678901234567890,1e16,1E+17]"),
    [123456789012345, 0.12345678901234568, 1e16, 1e17],
  );
});

test("leaves digits inside of strings and keys alone, also behind escaped quotes", () => {
  const text = String.raw`{"1234567890123456":"say \"1234567890123456\\","x":1234567890123456}`;
  assert.deepEqual(parseJson(text), {
    "1234567890123456": 'say "1234567890123456\\',
    x: "1234567890123456",
  });
});

test("refuses long integers where JSON allows none", () => {
  for (const text of [
    "{1234567890123456:1}",
    "01234567890123456",
    "[1234567890123456-1]",
    "+1234567890123456",
    "1234567890123456x",
    "--1234567890123456",
  ]) {
    assert.throws(() => parseJson(text), isError("invalid_json"), text);
  }
});

test("refuses what is not JSON without repeating it", () => {
  for (const text of ["", "{", "{'a':1}", '{"a":1} // secret', '{"a":1,}', "NaN", "\ufeff{}"]) {
    assert.throws(
      () => parseJson(text),
      (error) => isError("invalid_json")(error) && !String(error).includes("secret"),
      text,
    );
  }
});

test("accepts 32 levels and refuses 33, counted outside of strings only", () => {
  assert.ok(parseJson("[".repeat(32) + "]".repeat(32)));
  assert.throws(() => parseJson("[".repeat(33) + "]".repeat(33)), isError("nested_too_deep"));
  assert.equal(parseJson(`"${"[".repeat(99)}"`), "[".repeat(99));
});

test("drops keys that reach a prototype, also when they are written escaped", () => {
  const plain = '{"a":{"__proto__":{"b":1},"c":1},"constructor":1,"prototype":[1]}';
  assert.deepEqual(parseJson(plain), { a: { c: 1 } });
  const escaped = String.raw`{"\u005f_proto__":{"b":1},"c":1}`;
  assert.deepEqual(parseJson(escaped), { c: 1 });
});

test("takes linear time for the worst of texts", () => {
  const length = 256 * 1024;
  const texts = [
    "1".repeat(length),
    `${"1".repeat(length)}.`,
    '"'.repeat(length),
    `"${"\\".repeat(length)}`,
    `"${'\\"'.repeat(length / 2)}`,
    "[".repeat(length),
    `[${"1234567890123456,".repeat(length / 17)}1]`,
    `["${"\\n".repeat(length / 2)}",1234567890123456]`,
    "[".repeat(length / 2) + "]".repeat(length / 2),
    `{"__proto__":${"[".repeat(length / 2)}${"]".repeat(length / 2)},"a":1234567890123456}`,
  ];
  for (const text of texts) {
    const start = process.cpuUsage();
    try {
      parseJson(text);
    } catch (error) {
      assert.ok(error instanceof ProtocolError);
    }
    // Of the processor's time, which no other process of the machine lengthens. Quadratic time would be minutes.
    assert.ok(process.cpuUsage(start).user < 2_000_000, text.slice(0, 8));
  }
});

function isError(code: string) {
  return (error: unknown) => error instanceof ProtocolError && error.code === code;
}
