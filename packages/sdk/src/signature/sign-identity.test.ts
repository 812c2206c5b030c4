import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { IdentityError, type IdentityOptions, signIdentity } from "./sign-identity.ts";

const nowS = 1_800_000_000;
const options: IdentityOptions = {
  identitySecret: newSecret(),
  botId: "bot_1",
  account: "yilia@meetbot.biz",
  now: () => nowS * 1000 + 999,
};

function read(part: string | undefined): unknown {
  return JSON.parse(Buffer.from(part ?? "", "base64url").toString());
}

test("a token names the account, the bot and five minutes, and says HS256", () => {
  const [header, payload] = signIdentity(options).split(".");
  assert.deepEqual(read(header), { alg: "HS256", typ: "JWT" });
  assert.deepEqual(read(payload), {
    sub: "yilia@meetbot.biz",
    aud: "bot_1",
    iat: nowS,
    exp: nowS + 300,
  });
});

test("its signature is the HMAC-SHA256 of both parts, keyed with the whole secret as shown", async () => {
  const token = signIdentity(options);
  const dot = token.lastIndexOf(".");
  const bytes = new TextEncoder().encode(options.identitySecret);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
  const signature = Buffer.from(token.slice(dot + 1), "base64url");
  const signed = new TextEncoder().encode(token.slice(0, dot));
  assert.equal(await crypto.subtle.verify("HMAC", key, signature, signed), true);
  assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]{43}$/);
});

test("a token lives from 1 to 600 seconds", () => {
  for (const expiresInS of [1, 600]) {
    const [, payload] = signIdentity({ ...options, expiresInS }).split(".");
    assert.equal((read(payload) as { exp: number }).exp, nowS + expiresInS);
  }
});

test("the account is signed verbatim, in any script and up to 254 characters", () => {
  for (const account of [" Yilia@Meetbot.BIZ", "0", "用户 👕", "👕".repeat(254)]) {
    const [, payload] = signIdentity({ ...options, account }).split(".");
    assert.equal((read(payload) as { sub: string }).sub, account);
  }
});

test("a phone number is signed in E.164, and no other spelling of one is", () => {
  const [, payload] = signIdentity({ ...options, account: "+8613812345678" }).split(".");
  assert.equal((read(payload) as { sub: string }).sub, "+8613812345678");
  for (const account of ["+86 138 1234 5678", "+86-138-1234-5678", "+0613812345678", "+86"]) {
    assert.throws(
      () => signIdentity({ ...options, account }),
      (error) => error instanceof IdentityError && error.code === "invalid_account",
    );
  }
});

test("the order of which a customer agreed to be told stands in it, and only where they did", () => {
  const [, payload] = signIdentity({ ...options, subscribe: "PA7K-2Q9X" }).split(".");
  assert.deepEqual(read(payload), {
    ...{ sub: "yilia@meetbot.biz", aud: "bot_1", iat: nowS, exp: nowS + 300 },
    subscribe: "PA7K-2Q9X",
  });
});

const wrong: [name: string, changed: object, code: string, message: RegExp][] = [
  ["an order number of signs alone", { subscribe: "--" }, "invalid_subscribe", /no order number/],
  ["an order that is no text", { subscribe: 1001 }, "invalid_subscribe", /no order number/],
  ["an order number too long", { subscribe: "1".repeat(65) }, "invalid_subscribe", /1 to 64/],
  ["an unset secret", { identitySecret: undefined }, "invalid_identity_secret", /missing or empty/],
  ["an empty secret", { identitySecret: "" }, "invalid_identity_secret", /missing or empty/],
  [
    "a secret with a line break copied along",
    { identitySecret: `${newSecret()}\n` },
    "invalid_identity_secret",
    /white space/,
  ],
  [
    "a secret of 31 bytes",
    { identitySecret: "x".repeat(31) },
    "invalid_identity_secret",
    /fewer than 32 bytes/,
  ],
  ["an unset bot", { botId: undefined }, "invalid_bot_id", /missing or blank/],
  ["a blank bot", { botId: " " }, "invalid_bot_id", /missing or blank/],
  ["nobody signed in", { account: undefined }, "invalid_account", /who is signed in/],
  ["an account that is a number", { account: 42 }, "invalid_account", /no text/],
  ["an empty account", { account: "" }, "invalid_account", /1 to 254 characters/],
  ["a blank account", { account: " \u3000" }, "invalid_account", /1 to 254 characters/],
  ["an account with a line break", { account: "a@b.biz\n" }, "invalid_account", /control/],
  ["an account with half of a character", { account: "a\ud83d" }, "invalid_account", /no text/],
  ["an account of 255 characters", { account: "a".repeat(255) }, "invalid_account", /254/],
  ["no lifetime", { expiresInS: 0 }, "invalid_lifetime", /1 to 600/],
  ["a lifetime of 601 seconds", { expiresInS: 601 }, "invalid_lifetime", /1 to 600/],
  ["a lifetime of half seconds", { expiresInS: 1.5 }, "invalid_lifetime", /whole number/],
  ["a lifetime as text", { expiresInS: "300" }, "invalid_lifetime", /whole number/],
];

for (const [name, changed, code, message] of wrong) {
  test(`refuses ${name} and says what to do, without repeating it`, () => {
    const given = { ...options, ...changed };
    assert.throws(
      () => signIdentity(given),
      (error) => {
        assert.ok(error instanceof IdentityError);
        assert.equal(error.code, code);
        assert.match(error.message, message);
        assert.match(error.message, /Copy|Give|Leave/);
        for (const value of [given.identitySecret, given.account]) {
          const isLong = typeof value === "string" && value.length > 6;
          assert.ok(!isLong || !error.message.includes(value));
        }
        return true;
      },
    );
  });
}
