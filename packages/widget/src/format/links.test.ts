import assert from "node:assert/strict";
import { test } from "node:test";
import { isWebUrl, splitLinks } from "./links.ts";

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

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
      splitLinks(text)
        .map((piece) => piece.text)
        .join(""),
      text,
    );
  }
});

test("only http and https lead anywhere", () => {
  assert.deepEqual(links("javascript:alert(1) data:text/html,x ftp://a.b mailto:a@b.c"), []);
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
