import assert from "node:assert/strict";
import { test } from "node:test";
import { isWebUrl } from "../../format/is-web-url.ts";
import { splitLinks } from "./split-links.ts";

const links = (text: string) => splitLinks(text, isWebUrl).flatMap(({ href }) => href ?? []);

test("a link ends where the sentence goes on", () => {
  assert.deepEqual(links("See https://shop.example/a?b=c#d, or (https://shop.example/e)."), [
    "https://shop.example/a?b=c#d",
    "https://shop.example/e",
  ]);
  assert.deepEqual(links("人工客服在这里：https://shop.example/contact。谢谢"), [
    "https://shop.example/contact",
  ]);
  assert.deepEqual(links("https://shop.example/a_(b)"), ["https://shop.example/a_(b)"]);
});

test("no character of a text is lost", () => {
  for (const text of ["", "plain", "a http://b.c d https://e.f.", "https://", "http://x@y.z!"]) {
    assert.equal(
      splitLinks(text, isWebUrl)
        .map((piece) => piece.text)
        .join(""),
      text,
    );
  }
});

test("a mailbox and a telephone are links too", () => {
  assert.deepEqual(links("Write to info@shop.co.uk, or call +49 (0)30 12 34 56-7."), [
    "mailto:info@shop.co.uk",
    "tel:+4903012345670".slice(0, -1),
  ]);
  assert.deepEqual(links("邮箱：kefu@shop.cn，电话 400-123-4567、010-12345678"), [
    "mailto:kefu@shop.cn",
    "tel:4001234567",
    "tel:01012345678",
  ]);
  assert.deepEqual(links("(030) 123 456 78 or 0800 123 456"), [
    "tel:03012345678",
    "tel:0800123456",
  ]);
});

test("numbers of orders, dates, hours and examples are no links", () => {
  for (const text of [
    "No order with the number 555-0000-1111, 0001234567 or MB0-12345678.",
    "It came on 07.04.2015 between 09:00-17:00; 1Z999AA10123456784 is its number.",
    "such as name@example.com",
    "I have sent a code to y••••@meetbot.biz.",
    "@home, a@b, a@-",
  ]) {
    assert.deepEqual(links(text), [], text);
  }
});

test("only http, https, mail and telephones lead anywhere", () => {
  assert.deepEqual(links("javascript:alert(1) data:text/html,x ftp://a.b"), []);
  assert.equal(isWebUrl("javascript:alert(1)"), false);
  assert.equal(isWebUrl("//shop.example"), false);
  assert.equal(isWebUrl(undefined), false);
  assert.equal(isWebUrl("HTTPS://shop.example/"), true);
});

test("a link that poses as one to another site is no link", () => {
  for (const link of [
    "https://bank.example@evil.example/",
    "https://@evil.example/",
    "https://bank.example\\@evil.example/",
  ]) {
    assert.deepEqual(links(link), []);
    assert.equal(isWebUrl(link), false);
  }
  assert.equal(isWebUrl("https://shop.example/@lena"), true);
});
