import assert from "node:assert/strict";
import { test } from "node:test";
import type { SettingName } from "@meetbot/admin-api/settings/settings.ts";
import { InvalidArgumentError } from "commander";
import { settingOption } from "./bot-settings.ts";

/** What the option of a setting comes to. */
const option = (name: SettingName) => (value: string) =>
  settingOption(name).parseArg?.<{ read: unknown }>(value, { read: null }).read;

const botName = option("name");
const endpoint = option("endpoint");
const origins = option("origins");
const accent = option("accent");
const policy = option("policy");
const locale = option("locale");
const pageId = option("page_id");

/** Checks that each value is refused with a sentence that describes a valid one. */
function refuses(read: (value: string) => unknown, values: string[]): void {
  for (const value of values) {
    assert.throws(
      () => read(value),
      (error) => error instanceof InvalidArgumentError && /^[A-Z].{10,}/.test(error.message),
      value,
    );
  }
}

test("a name is not blank and fits into a first message", () => {
  assert.equal(botName(" Lantern Street 灯笼街 "), "Lantern Street 灯笼街");
  assert.equal(botName("n".repeat(80)), "n".repeat(80));
  refuses(botName, ["", " \t", "n".repeat(81)]);
});

test("an endpoint is an http or https URL without a password", () => {
  assert.equal(endpoint("https://shop.example.com"), "https://shop.example.com/");
  assert.equal(endpoint("http://127.0.0.1:8080/hook?a=1"), "http://127.0.0.1:8080/hook?a=1");
  refuses(endpoint, [
    "",
    "shop.example.com",
    "//shop.example.com",
    "ftp://shop.example.com/",
    "javascript:alert(1)",
    "https://name:password@shop.example.com/",
    "https://name@shop.example.com/",
  ]);
});

test("origins are a list of scheme, host and port; an empty text is an empty list", () => {
  assert.deepEqual(origins(" , "), []);
  assert.deepEqual(origins("https://a.example, http://localhost:3000"), [
    "https://a.example",
    "http://localhost:3000",
  ]);
  assert.deepEqual(origins("https://A.Example"), ["https://a.example"]);
  refuses(origins, [
    "*",
    "null",
    "a.example",
    "https://a.example/",
    "https://a.example/path",
    "https://a.example https://b.example",
    "https://name@a.example",
    "https://*.example",
    "file:///tmp",
  ]);
});

test("a color has six hexadecimal digits; an empty text is the window's own", () => {
  assert.equal(accent(" #FFcc00 "), "#ffcc00");
  assert.equal(accent(" "), null);
  refuses(accent, ["red", "ffcc00", "#fc0", "#ffcc0", "#ffcc00ff", "#gfcc00", "#ffcc00;x"]);
});

test("a policy, a language and a page id are among those there are", () => {
  assert.equal(policy("off"), "off");
  assert.equal(locale("zh"), "zh");
  assert.equal(pageId("231231232134111"), "231231232134111");
  refuses(policy, ["", "OFF", "none"]);
  assert.equal(locale("zh-Hant"), "zh-Hant");
  refuses(locale, ["", "it", "zh-CN"]);
  refuses(pageId, ["", "a b", "p".repeat(65), "1\n"]);
});
