import assert from "node:assert/strict";
import { test } from "node:test";
import { hasSecret, isFromTelegram } from "./verify.ts";

test("only the secret that was agreed on is Telegram's", () => {
  const cases: [
    header: string | null | undefined,
    secret: string | null | undefined,
    is: boolean,
  ][] = [
    ["agreed_Secret-1", "agreed_Secret-1", true],
    ["agreed_Secret-", "agreed_Secret-1", false],
    ["agreed_Secret-1 ", "agreed_Secret-1", false],
    ["Agreed_Secret-1", "agreed_Secret-1", false],
    ["", "agreed_Secret-1", false],
    [null, "agreed_Secret-1", false],
    [undefined, "agreed_Secret-1", false],
    // Where none was agreed on, nobody is let in.
    ["", "", false],
    ["", null, false],
    [undefined, undefined, false],
    ["null", null, false],
    // One that Telegram would not have taken was never agreed on.
    ["with space", "with space", false],
    ["x".repeat(257), "x".repeat(257), false],
  ];
  for (const [header, secret, is] of cases) {
    assert.equal(isFromTelegram(header, secret), is, `${header} / ${secret}`);
  }
});

test("a header that could hold no secret is known before any bot is looked up", () => {
  assert.equal(hasSecret("agreed_Secret-1"), true);
  for (const header of [null, undefined, "", "a b", "é", "x".repeat(257)]) {
    assert.equal(hasSecret(header), false, String(header));
  }
});
