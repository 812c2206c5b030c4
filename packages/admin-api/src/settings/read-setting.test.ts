import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { readLanguages, readMenu, readOrigins } from "./read-lists.ts";
import { readContact, readSwitch, readTimeZone, readWelcome } from "./read-setting.ts";
import { refuseUnspokenLocale } from "./refuse-unspoken-locale.ts";
import { settings } from "./settings.ts";

/** Checks that each value is refused with a sentence that describes a valid one. */
function refuses<Value>(read: (value: Value) => unknown, values: Value[]): void {
  for (const value of values) {
    const isRefused = (error: unknown) =>
      error instanceof InvalidSettingError && /^An? .{20,}/s.test(error.message);
    assert.throws(() => read(value), isRefused, JSON.stringify(value));
  }
}

test("a time zone is an IANA name in any letter case, and no offset", () => {
  assert.equal(readTimeZone(" asia/shanghai "), "Asia/Shanghai");
  assert.equal(readTimeZone("utc"), "UTC");
  assert.equal(readTimeZone("Asia/Kolkata"), "Asia/Kolkata");
  assert.equal(readTimeZone("Etc/GMT+5"), "Etc/GMT+5");
  refuses(readTimeZone, ["", "+08:00", "-05", "Mars/Olympus", "Asia/Shanghai; x", "Asia/../UTC"]);
});

test("a welcome is plain text of 500 characters, or none", () => {
  assert.equal(readWelcome("  "), null);
  assert.equal(readWelcome("Hi!\r\n<b>👩‍🚀</b> "), "Hi!\n<b>👩‍🚀</b>");
  assert.equal(readWelcome("w".repeat(500))?.length, 500);
  refuses(readWelcome, ["w".repeat(501), "a\u0000b", "a\u202eb", "a\tb", "a\u200bb", "a\ud800b"]);
});

test("a contact may be empty, and is no page", () => {
  assert.equal(readContact(" "), null);
  assert.equal(readContact(" call 555 "), "call 555");
  refuses(readContact, ["c".repeat(301)]);
});

test("languages are those there are, in their usual order", () => {
  assert.deepEqual(readLanguages(["zh", "en", "zh"]), ["en", "zh"]);
  assert.deepEqual(readLanguages(["zh-Hant", "es", "de"]), ["de", "es", "zh-Hant"]);
  refuses(readLanguages, [[], ["it"], ["en", "zh-CN"]]);
});

test("a menu keeps its order, and names nothing twice", () => {
  assert.deepEqual(readMenu(["person", "orders", "person"]), ["person", "orders"]);
  refuses(readMenu, [[], ["refunds"], ["orders", "start_over"]]);
});

test("origins are each named once, and not without end", () => {
  assert.deepEqual(readOrigins(["https://a.example", "https://A.example"]), ["https://a.example"]);
  const many = Array.from({ length: 51 }, (_, index) => `https://${index}.example`);
  refuses(readOrigins, [["https://a.example/path"], many]);
});

test("the own language is one that is spoken", () => {
  refuseUnspokenLocale({ locale: "zh", languages: ["en", "zh"] });
  assert.throws(
    () => refuseUnspokenLocale({ locale: "zh", languages: ["en"] }),
    InvalidSettingError,
  );
});

test("a switch is written on or off, and is nothing else", () => {
  const [option] = settings.language_model.options;
  const read = (text: string) => readSwitch(option?.parse?.(text) as boolean);
  assert.deepEqual([read("on"), read(" OFF ")], [true, false]);
  for (const wrong of ["", "maybe", "1", "toString"]) {
    assert.throws(() => read(wrong), InvalidSettingError, wrong);
  }
});
