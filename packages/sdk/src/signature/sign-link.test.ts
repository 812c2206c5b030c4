import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { IdentityError } from "./sign-identity.ts";
import { isLink, signLink, signUnlink } from "./sign-link.ts";

const nowS = 1_800_000_000;
const options = {
  identitySecret: newSecret(),
  botId: "bot_1",
  account: "yilia@meetbot.biz",
  now: () => nowS * 1000,
};
const link = `${"x".repeat(42)}_`;

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

test("a token for a link names the account, the bot, five minutes and the link", () => {
  assert.deepEqual(claimsOf(signLink({ ...options, link })), {
    sub: "yilia@meetbot.biz",
    aud: "bot_1",
    iat: nowS,
    exp: nowS + 300,
    link,
  });
});

test("a token for unlinking says so", () => {
  const { unlink, link: none } = claimsOf(signUnlink(options));
  assert.deepEqual([unlink, none], [true, undefined]);
});

test("refuses what cannot be a link, whatever a page was opened with, and does not repeat it", () => {
  for (const wrong of [undefined, null, "", "short", `${link}=`, ` ${link.slice(1)}`, [link], 1]) {
    assert.equal(isLink(wrong), false);
    assert.throws(
      () => signLink({ ...options, link: wrong as string }),
      (error) =>
        error instanceof IdentityError &&
        error.code === "invalid_link" &&
        !error.message.includes(link.slice(1)),
    );
  }
});

test("refuses the same arguments as an identity for the chat", () => {
  for (const sign of [
    () => signLink({ ...options, account: "", link }),
    () => signUnlink({ ...options, account: "" }),
  ]) {
    assert.throws(
      sign,
      (error) => error instanceof IdentityError && error.code === "invalid_account",
    );
  }
});
