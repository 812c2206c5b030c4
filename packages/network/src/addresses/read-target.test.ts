import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readTarget } from "./read-target.ts";

describe("readTarget", () => {
  for (const [url, host, port, isPlain] of [
    ["https://shop.example.com/meetbot", "shop.example.com", 443, false],
    ["HTTP://Shop.Example.com:8080", "shop.example.com", 8080, true],
    ["https://shop.example.com./", "shop.example.com", 443, false],
    ["https://订单.example/", "xn--4kr132k.example", 443, false],
    ["http://ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ", "example.com", 80, true],
    ["http://shop.example.com#@169.254.169.254/", "shop.example.com", 80, true],
    ["https://[2606:4700:4700::1111]:8443/", "2606:4700:4700::1111", 8443, false],
  ] as const) {
    it(`reads ${url} as the connection will`, () => {
      assert.deepEqual(readTarget(url), { host, port, isPlain });
    });
  }

  for (const host of [
    "2130706433",
    "0x7f000001",
    "017700000001",
    "0177.0.0.1",
    "0x7f.1",
    "127.1",
    "127.0.1",
    "127.0.0.1.",
    "%31%32%37.0.0.1",
    "１２７．０．０．１",
    "127。0。0。1",
    "①②⑦.0.0.1",
  ]) {
    it(`reads the host ${host} as 127.0.0.1`, () => {
      assert.deepEqual(readTarget(`http://${host}/`), {
        host: "127.0.0.1",
        port: 80,
        isPlain: true,
      });
    });
  }

  for (const url of [
    "",
    "shop.example.com",
    "//shop.example.com/",
    "https:shop.example.com",
    "https:/shop.example.com",
    "https:///shop.example.com",
    "https:\\\\shop.example.com",
    "https://shop.example.com\\@10.0.0.1/",
    " https://shop.example.com",
    "https://shop.example.com/\n",
    "https://sh\top.example.com/",
    "https://127.\u200b0.0.1/",
    "https://1\u00ad27.0.0.1/",
    "https://shop.example.com%00.example.net/",
    "https://shop..example.com/",
    "https://shop.example.com../",
    "https://.example.com/",
    "https://256.1.1.1/",
    "https://[fe80::1%25eth0]/",
    "https://::1/",
    "https://:443/",
    "https://shop.example.com:99999/",
    "ftp://shop.example.com/",
    "file:///etc/passwd",
    "data:application/json,{}",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
  ]) {
    it(`does not forgive ${JSON.stringify(url)}`, () => {
      assert.equal(readTarget(url), "invalid_url");
    });
  }

  for (const url of [
    "https://yilia@shop.example.com/",
    "https://yilia:password@shop.example.com/",
    "https://@shop.example.com/",
    "https://:@shop.example.com/",
    "https://shop.example.com@10.0.0.1/",
  ]) {
    it(`refuses the name and password in ${url}`, () => {
      assert.equal(readTarget(url), "credentials_in_url");
    });
  }

  it("says something of any text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl(),
      fc.string().map((text) => `http://${text}`),
    );
    fc.assert(fc.property(anything, (text) => void readTarget(text)));
  });
});
