import assert from "node:assert/strict";
import { test } from "node:test";
import { isWebUrl } from "./is-web-url.ts";

test("a link to a site may be followed", () => {
  for (const url of [
    "https://shop.example/orders/1?mail=a@b.co#c@d",
    "http://localhost:3000",
    "HTTPS://shop.example",
    "https://shop.example/@lena/1",
    "https://müller.example/",
    "https://[::1]:8443/x",
  ]) {
    assert(isWebUrl(url), url);
  }
});

test("a link with a name before its host may not, and neither what is no link", () => {
  for (const url of [
    "https://shop.example@evil.example/",
    "https://user:password@shop.example/",
    "https://:@evil.example",
    "https://@evil.example",
    "https://shop.example:443@evil.example",
    "https://shop.example%40x@evil.example",
    "https://shop.example\\@evil.example/",
    "https://shop.example\\.evil.example/",
    "https://shop.example＠evil.example/",
    "HTTP://a@b",
    "http:///evil.example",
    "http://[",
    "//shop.example",
    "https:evil.example",
    "javascript://shop.example/%0aalert(1)",
    "ftp://shop.example",
    "/orders/1",
    "",
  ]) {
    assert(!isWebUrl(url), url);
  }
});
