import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales, languages } from "@meetbot/presentation";
import { codeMail } from "./code-mail.ts";

const code = "402917";
const mails = customerLocales.map((locale) => ({
  locale,
  ...codeMail({ locale, botName: "Corner Shop", code }),
}));

/** What a person reads of a page: no tags, and nothing escaped. */
function visibleText(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return body
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof entities) => entities[name]);
}

test("the mail says who writes, the code, how long it is valid and what to do with it", () => {
  assert.deepEqual(codeMail({ locale: "en", botName: "Corner Shop", code }).text.split("\n\n"), [
    "This is Corner Shop. Somebody gave this email in our chat. To show that it is yours, type this code into the chat:",
    "402917",
    "The code is valid for 10 minutes.",
    "If it was not you who asked, ignore this mail: without the code, nobody is taken for you.",
    "Never give the code to anyone: the shop will not ask for it.\n",
  ]);
});

test("both bodies say the same", () => {
  for (const { text, html } of mails) {
    assert.deepEqual(
      visibleText(html).split(/\n+/).filter(Boolean),
      text.split(/\n+/).filter(Boolean),
    );
  }
});

test("the code stands once, alone on its line, and never in the subject", () => {
  for (const { subject, text, html } of mails) {
    assert.equal(text.split("\n").filter((line) => line === code).length, 1);
    for (const body of [text, visibleText(html)]) assert.equal(body.split(code).length, 2);
    assert.doesNotMatch(subject, /\d/);
  }
});

test("a code that begins with zeros keeps them", () => {
  const { text, html } = codeMail({ locale: "en", botName: "Corner Shop", code: "000042" });
  assert.match(text, /^000042$/m);
  assert.match(visibleText(html), /^000042$/m);
});

test("the page names its language", () => {
  for (const { locale, html } of mails) {
    assert.ok(html.includes(`<html lang="${languages[locale].cards.tag}">`), locale);
  }
});

test("the page loads nothing, runs nothing and leads nowhere", () => {
  for (const { html } of mails) {
    assert.doesNotMatch(html, /<(?:img|link|script|style|a|iframe|form)\b|url\(|\/\/|\bon\w+=/i);
  }
});

test("the page declares light and dark, and sets no color that only one of them could bear", () => {
  for (const { html } of mails) {
    assert.match(html, /<meta name="color-scheme" content="light dark">/);
    assert.doesNotMatch(html, /(?:[^-]color|background)\s*:/);
    assert.deepEqual([...new Set(html.match(/#[0-9a-f]{3,8}\b/g))], ["#767676"]);
  }
});

test("no letter is smaller than 16 px", () => {
  for (const { html } of mails) {
    const sizes = [...html.matchAll(/font-size:(\d+)px/g)].map(([, px]) => Number(px));
    assert(sizes.length > 0 && Math.min(...sizes) >= 16, String(sizes));
  }
});

test("a bot's name is shown as it is and never read as HTML", () => {
  const botName = `<b onclick="x">O'Hara</b> & "Sons" &lt; $& {bot} <!--`;
  for (const locale of customerLocales) {
    const { subject, text, html } = codeMail({ locale, botName, code });
    for (const shown of [subject, text, visibleText(html)]) assert(shown.includes(botName), shown);
    assert.doesNotMatch(html, /<b |<!--|O'Hara/);
  }
});

test("a bot's name with line breaks and invisible characters writes no line of its own", () => {
  const botName = "Shop\r\nBcc: eve@shop.example\r\n\r\n999999\u2028\u202Ekcab\u0000";
  for (const locale of customerLocales) {
    const { subject, text, html } = codeMail({ locale, botName, code });
    for (const shown of [subject, text, visibleText(html)]) {
      assert(shown.includes("Shop Bcc: eve@shop.example 999999 kcab"), shown);
    }
    assert.doesNotMatch(subject, /[\p{Cc}\p{Cf}\u2028]/u);
    assert.doesNotMatch(text, /^(?:Bcc|999999)/m);
  }
});
