import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { isSigned, verifySubscription } from "./verify.ts";

const appSecret = "an app secret";
/** As Meta writes it: escaped, also the slash. */
const body = Buffer.from(String.raw`{"text":"\u00e4\ud83d\ude03 https:\/\/shop.example"}`);
const sign = (bytes: Buffer, key = appSecret, algorithm = "sha256") =>
  `${algorithm}=${createHmac(algorithm, key).update(bytes).digest("hex")}`;

const ask = (query: Record<string, string>, token = "agreed") =>
  verifySubscription(new URLSearchParams(query), token);
const question = {
  "hub.mode": "subscribe",
  "hub.verify_token": "agreed",
  "hub.challenge": "1158201444",
};

test("whoever knows the verify token gets the challenge back, as plain text", async () => {
  const response = ask(question);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/plain; charset=utf-8");
  assert.equal(await response.text(), "1158201444");
});

test("another token, another mode and a challenge that is no number are refused", async () => {
  const wrong: Record<string, string>[] = [
    { ...question, "hub.verify_token": "Agreed" },
    { ...question, "hub.verify_token": "" },
    { ...question, "hub.mode": "unsubscribe" },
    { ...question, "hub.challenge": "<script>alert(1)</script>" },
    { ...question, "hub.challenge": "" },
    { ...question, "hub.challenge": "1\n2" },
    { "hub.mode": "subscribe", "hub.challenge": "1" },
  ];
  for (const query of wrong) {
    const response = ask(query);
    assert.equal(response.status, 403, JSON.stringify(query));
    assert.equal(await response.text(), "Forbidden");
  }
  assert.equal(ask({ ...question, "hub.verify_token": "" }, "").status, 403);
});

test("a signature is of the bytes as they came, in lower or upper case", () => {
  assert.equal(isSigned(body, sign(body), appSecret), true);
  assert.equal(
    isSigned(
      body,
      sign(body).replace(/[a-f]/g, (digit) => digit.toUpperCase()),
      appSecret,
    ),
    true,
  );
  const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  assert.equal(isSigned(body, sign(again), appSecret), false);
  assert.equal(isSigned(again, sign(body), appSecret), false);
});

test("no signature, another form, another key and SHA-1 are no proof", () => {
  const bare = sign(body).slice("sha256=".length);
  for (const wrong of [
    undefined,
    null,
    "",
    bare,
    `sha256=${bare}0`,
    `sha256=${bare.slice(1)}`,
    `sha256=${bare}, sha256=${bare}`,
    sign(body, appSecret, "sha1"),
    sign(body, "another app's secret"),
  ]) {
    assert.equal(isSigned(body, wrong, appSecret), false, String(wrong));
  }
});

test("without an app secret nothing is signed, also not what an empty key signs", () => {
  assert.equal(isSigned(body, sign(body, ""), ""), false);
});
