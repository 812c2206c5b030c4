import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { newSecret, signIdentity } from "@meetbot/sdk";
import fc from "fast-check";
import { fingerprintOf } from "../secrets/fingerprint.ts";
import { type IdentityFault, verifyIdentity } from "./verify-identity.ts";

const secret = newSecret();
const botId = "bot_1";
const nowS = 1_800_000_000;
const account = "yilia@meetbot.biz";
const signedWith = fingerprintOf(secret);
const context = { secrets: [secret], botId, nowS };

const header = { alg: "HS256", typ: "JWT" };
const claims = { sub: account, aud: botId, iat: nowS, exp: nowS + 300 };
const genuine = forge({});
const [headerPart = "", payloadPart = "", signaturePart = ""] = genuine.split(".");

/** What a part is made of: an object, or the very text or bytes. */
type Part = object | string | Uint8Array;

interface Forgery {
  header?: Part;
  payload?: Part;
  key?: string;
  hash?: string;
}

/** A token signed with the bot's secret, but for what is changed. */
function forge(forgery: Forgery): string {
  const signed = `${encode(forgery.header ?? header)}.${encode(forgery.payload ?? claims)}`;
  return seal(signed, forgery.key, forgery.hash);
}

function seal(signed: string, key = secret, hash = "sha256"): string {
  return `${signed}.${createHmac(hash, key).update(signed).digest("base64url")}`;
}

function encode(part: Part): string {
  const isRaw = typeof part === "string" || part instanceof Uint8Array;
  return Buffer.from(isRaw ? part : JSON.stringify(part)).toString("base64url");
}

/** What is set to `undefined` is left out. */
function withClaims(changed: object): string {
  return forge({ payload: { ...claims, ...changed } });
}

function withHeader(changed: object, key = secret): string {
  return forge({ header: { ...header, ...changed }, key });
}

/** JSON that no serializer writes: a member as text before those of an object. */
function precede(member: string, rest: object): string {
  return `{${member},${JSON.stringify(rest).slice(1)}`;
}

function signWithRsa(): string {
  const signed = `${encode({ alg: "RS256", typ: "JWT" })}.${payloadPart}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

/** The last character of a signature carries two bits that decode to nothing. */
function setStrayBit(token: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) + 1);
}

const accepted: [name: string, token: string][] = [
  ["as a library makes it", genuine],
  ["without typ", forge({ header: { alg: "HS256" } })],
  ["with typ in small letters", withHeader({ typ: "jwt" })],
  ["with the id of a key", withHeader({ kid: "1" })],
  ["with line breaks in its JSON", forge({ payload: JSON.stringify(claims, null, 2) })],
  ["with colons and quotes in a claim of its own", withClaims({ name: '"a":1,\\":' })],
  ["with lists and objects in a claim of its own", withClaims({ a: [{ b: 1 }, { b: [] }] })],
  ["with an aud list of the bot alone", withClaims({ aud: [botId] })],
  ["that lives 600 seconds", withClaims({ exp: nowS + 600 })],
  ["that lives 600 seconds by a clock 30 s ahead", withClaims({ iat: nowS + 30, exp: nowS + 630 })],
  ["that ended 29 seconds ago", withClaims({ iat: nowS - 329, exp: nowS - 29 })],
  ["issued 30 seconds from now", withClaims({ iat: nowS + 30 })],
  ["not to be used for 30 seconds", withClaims({ nbf: nowS + 30 })],
  ["with dates that are fractions", withClaims({ iat: nowS - 0.5, nbf: nowS - 0.5 })],
];

for (const [name, token] of accepted) {
  test(`accepts a token ${name}`, () => {
    const verdict = verifyIdentity(token, context);
    assert.equal(verdict.valid && verdict.account, account, JSON.stringify(verdict));
  });
}

const nonce = "n".repeat(43);

test("a token counts for what it was made for, and for nothing else", () => {
  const tokens = {
    chat: genuine,
    link: withClaims({ link: nonce }),
    unlink: withClaims({ unlink: true }),
  };
  for (const purpose of ["chat", "link", "unlink"] as const) {
    for (const [madeFor, token] of Object.entries(tokens)) {
      const verdict = verifyIdentity(token, { ...context, purpose });
      assert.equal(verdict.valid, madeFor === purpose, `${madeFor} for ${purpose}`);
      if (!verdict.valid) assert.equal(verdict.reason, "purpose");
      else assert.equal(verdict.link, purpose === "link" ? nonce : undefined);
    }
  }
});

test("a token that says two things, or half of one, counts for none", () => {
  const odd = [
    { link: nonce, unlink: true },
    { link: null },
    { link: "" },
    { link: `${nonce}n` },
    { link: [nonce] },
    { unlink: false },
    { unlink: "true" },
    { link: nonce, unlink: false },
  ];
  for (const changed of odd) {
    for (const purpose of ["chat", "link", "unlink"] as const) {
      const verdict = verifyIdentity(withClaims(changed), { ...context, purpose });
      assert.equal(verdict.valid, false, JSON.stringify([changed, purpose]));
    }
  }
});

const refused: [name: string, token: unknown, reason: IdentityFault][] = [
  // A stranger chooses the algorithm.
  ["alg none and no signature", `${encode({ alg: "none" })}.${payloadPart}.`, "algorithm"],
  ["alg None and no signature", `${encode({ alg: "None" })}.${payloadPart}.`, "algorithm"],
  ["alg none above a good signature", withHeader({ alg: "none" }), "algorithm"],
  ["alg hs256 in small letters", withHeader({ alg: "hs256" }), "algorithm"],
  ["alg HS384", forge({ header: { alg: "HS384" }, hash: "sha384" }), "algorithm"],
  ["alg RS256 and a key of its own", signWithRsa(), "algorithm"],
  ["alg as a list", withHeader({ alg: ["HS256"] }), "algorithm"],
  ["no alg", withHeader({ alg: undefined }), "algorithm"],
  ["ALG in capitals", forge({ header: { ALG: "HS256" } }), "algorithm"],
  ["alg in a __proto__", forge({ header: '{"__proto__":{"alg":"HS256"}}' }), "algorithm"],
  ["another typ", withHeader({ typ: "at+jwt" }), "malformed"],
  ["typ as a list", withHeader({ typ: ["JWT"] }), "malformed"],
  ["typ null", withHeader({ typ: null }), "malformed"],
  ["crit", withHeader({ crit: ["b64"], b64: false }), "malformed"],
  ["crit null", withHeader({ crit: null }), "malformed"],

  // A stranger has no secret, or another one.
  ["an empty signature", `${headerPart}.${payloadPart}.`, "signature"],
  ["the signature of another secret", forge({ key: newSecret() }), "signature"],
  ["a key without whsec_", forge({ key: secret.slice("whsec_".length) }), "signature"],
  ["an empty key", forge({ key: "" }), "signature"],
  ["a cut signature", genuine.slice(0, -3), "signature"],
  [
    "another sub above the same signature",
    `${headerPart}.${encode({ ...claims, sub: "stephane@meetbot.biz" })}.${signaturePart}`,
    "signature",
  ],
  ["a key in jwk", withHeader({ jwk: { kty: "oct", k: encode("mine") } }, "mine"), "signature"],
  ["a place of keys in jku", withHeader({ jku: "https://example.com" }, "mine"), "signature"],
  ["a place of keys in x5u", withHeader({ x5u: "https://example.com" }, "mine"), "signature"],

  // The same in another spelling.
  ["no characters", "", "malformed"],
  ["no text", undefined, "malformed"],
  ["an object as the token", { toString: null }, "malformed"],
  ["two parts", `${headerPart}.${payloadPart}`, "malformed"],
  ["four parts", `${genuine}.${signaturePart}`, "malformed"],
  ["a dot behind", `${genuine}.`, "malformed"],
  ["a dot before", `.${genuine}`, "malformed"],
  ["a line break behind", `${genuine}\n`, "malformed"],
  ["white space before", ` ${genuine}`, "malformed"],
  ["white space at a dot", seal(`${headerPart} .${payloadPart}`), "malformed"],
  ["a byte order mark before", `\ufeff${genuine}`, "malformed"],
  ["padding of the signature", `${genuine}=`, "malformed"],
  ["padding of the payload", seal(`${headerPart}.${payloadPart}=`), "malformed"],
  ["a slash of plain base64", seal(`${btoa('{"a":"???????"}')}.${payloadPart}`), "malformed"],
  ["a stray bit in the signature", setStrayBit(genuine), "malformed"],
  ["more than 2048 characters", withClaims({ filling: "x".repeat(1400) }), "malformed"],

  // JSON that two readers read differently, or not at all.
  ["a byte order mark in the header", forge({ header: `\ufeff{"alg":"HS256"}` }), "malformed"],
  ["a byte order mark in the payload", forge({ payload: "\ufeff{}" }), "malformed"],
  ["invalid UTF-8", forge({ payload: Buffer.from('{"sub":"\xff"}', "latin1") }), "malformed"],
  ["a list as the header", forge({ header: ["HS256"] }), "malformed"],
  ["null as the header", forge({ header: "null" }), "malformed"],
  ["an empty header", forge({ header: "" }), "malformed"],
  ["a list as the payload", forge({ payload: [claims] }), "malformed"],
  ["a text as the payload", forge({ payload: JSON.stringify(account) }), "malformed"],
  ["a payload that is no JSON", forge({ payload: "sub=1" }), "malformed"],
  ["alg twice", forge({ header: precede('"alg":"none"', header) }), "malformed"],
  ["sub twice", forge({ payload: precede('"sub":"x"', claims) }), "malformed"],
  ["sub twice, once escaped", forge({ payload: precede('"s\\u0075b":"x"', claims) }), "malformed"],
  [
    "a name twice in a list",
    forge({ payload: precede('"a":[{"b":1,"b":2}]', claims) }),
    "malformed",
  ],

  // A token made for another bot.
  ["another bot's aud", withClaims({ aud: "bot_2" }), "audience"],
  ["an aud that begins like the bot's", withClaims({ aud: "bot_12" }), "audience"],
  ["an aud list with another bot", withClaims({ aud: [botId, "bot_2"] }), "audience"],
  ["an aud list with the bot twice", withClaims({ aud: [botId, botId] }), "audience"],
  ["an aud list in a list", withClaims({ aud: [[botId]] }), "audience"],
  ["an empty aud list", withClaims({ aud: [] }), "audience"],
  ["no aud", withClaims({ aud: undefined }), "audience"],

  // A token of another time, or for all time.
  ["no exp", withClaims({ exp: undefined }), "lifetime"],
  ["exp as text", withClaims({ exp: String(nowS + 300) }), "lifetime"],
  ["exp null", withClaims({ exp: null }), "lifetime"],
  [
    "exp beyond all numbers",
    forge({ payload: precede('"exp":1e999', { ...claims, exp: undefined }) }),
    "lifetime",
  ],
  ["exp 631 seconds from now", withClaims({ exp: nowS + 631 }), "lifetime"],
  ["exp 30 seconds ago", withClaims({ exp: nowS - 30 }), "expired"],
  ["no iat", withClaims({ iat: undefined }), "lifetime"],
  ["iat as text", withClaims({ iat: String(nowS) }), "lifetime"],
  ["iat as text beside nbf", withClaims({ iat: String(nowS), nbf: nowS }), "lifetime"],
  [
    "iat below all numbers",
    forge({ payload: precede('"iat":-1e999', { ...claims, iat: undefined }) }),
    "lifetime",
  ],
  ["iat 31 seconds from now", withClaims({ iat: nowS + 31 }), "not_yet"],
  ["iat 31 seconds from now, nbf before", withClaims({ iat: nowS + 31, nbf: nowS }), "not_yet"],
  ["nbf 31 seconds from now", withClaims({ nbf: nowS + 31 }), "not_yet"],
  ["nbf as text", withClaims({ nbf: "0" }), "lifetime"],
  ["nbf null", withClaims({ nbf: null }), "lifetime"],

  // An account that is none.
  ["no sub", withClaims({ sub: undefined }), "subject"],
  ["sub as a number", withClaims({ sub: 42 }), "subject"],
  ["sub as a list", withClaims({ sub: [account] }), "subject"],
  ["an empty sub", withClaims({ sub: "" }), "subject"],
  ["a blank sub", withClaims({ sub: " \u3000" }), "subject"],
  ["NUL in sub", withClaims({ sub: `${account}\0` }), "subject"],
  ["a line break behind sub", withClaims({ sub: `${account}\n` }), "subject"],
  ["a C1 control character in sub", withClaims({ sub: "a\u0085b" }), "subject"],
  ["half of a character in sub", withClaims({ sub: "a\ud83d" }), "subject"],
  ["255 characters in sub", withClaims({ sub: "a".repeat(255) }), "subject"],
];

for (const [name, token, reason] of refused) {
  test(`refuses ${name}`, () => {
    assert.deepEqual(verifyIdentity(token, context), { valid: false, reason });
  });
}

test("vouches for the account verbatim, until the token's own end", () => {
  const sub = " Yilia@Meetbot.BIZ";
  const verdict = verifyIdentity(withClaims({ sub }), context);
  assert.deepEqual(verdict, { valid: true, account: sub, expiresS: nowS + 300, signedWith });
});

test("accepts either secret while they are rotated, and nothing where there is none", () => {
  const rotated = { ...context, secrets: [newSecret(), secret] };
  assert.equal(verifyIdentity(genuine, rotated).valid, true);
  for (const secrets of [[], [""]]) {
    const verdict = verifyIdentity(forge({ key: "" }), { ...context, secrets });
    assert.deepEqual(verdict, { valid: false, reason: "signature" });
  }
});

test("accepts nothing by a clock that is no number", () => {
  const verdict = verifyIdentity(genuine, { ...context, nowS: Number.NaN });
  assert.deepEqual(verdict, { valid: false, reason: "expired" });
});

test("accepts what the SDK signs for any account, the longest in any script included", () => {
  const unit = fc.constantFrom("a", '"', "\\", "/", "é", "单", "👕", "@");
  const accounts = fc.string({ unit, minLength: 1, maxLength: 254, size: "max" });
  fc.assert(
    fc.property(accounts, (sub) => {
      const options = { identitySecret: secret, botId, account: sub, now: () => nowS * 1000 };
      const verdict = verifyIdentity(signIdentity(options), context);
      assert.deepEqual(verdict, { valid: true, account: sub, expiresS: nowS + 300, signedWith });
    }),
    { examples: [["👕".repeat(254)], ['"'.repeat(254)]] },
  );
});

test("refuses a genuine token with any one character changed", () => {
  const position = fc.nat({ max: genuine.length - 1 });
  fc.assert(
    fc.property(position, fc.string({ minLength: 1, maxLength: 1 }), (index, character) => {
      fc.pre(character !== genuine[index]);
      const changed = genuine.slice(0, index) + character + genuine.slice(index + 1);
      assert.equal(verifyIdentity(changed, context).valid, false);
    }),
  );
});

test("never throws, whatever it is given and whatever was signed", () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value));
  const part = fc.oneof(fc.uint8Array(), fc.string(), json, fc.constant(header));
  const forged = fc.record({ header: fc.oneof(fc.constant(header), part), payload: part });
  const anyClaims = fc.record(
    { sub: fc.jsonValue(), aud: fc.jsonValue(), iat: fc.jsonValue(), exp: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const tokens = fc.oneof(fc.anything(), forged.map(forge), anyClaims.map(withClaims));
  fc.assert(
    fc.property(tokens, (token) => {
      const verdict = verifyIdentity(token, context);
      if (verdict.valid) assert.match(verdict.account, /./);
    }),
  );
});

test("the order of which a shopper agreed to be told is vouched for too; what is none is refused", () => {
  const token = signIdentity({
    identitySecret: secret,
    botId,
    account,
    subscribe: "PA7K-2Q9X",
    now: () => nowS * 1000,
  });
  const verdict = verifyIdentity(token, context);
  assert.ok(verdict.valid);
  assert.equal(verdict.subscribe, "PA7K-2Q9X");
  for (const subscribe of [
    "",
    "--",
    "7".repeat(65),
    1001,
    null,
    ["PA7K2Q9X"],
    { number: "PA7K2Q9X" },
  ]) {
    const refused = verifyIdentity(withClaims({ subscribe }), context);
    assert.deepEqual(refused, { valid: false, reason: "subscribe" }, JSON.stringify(subscribe));
  }
});
