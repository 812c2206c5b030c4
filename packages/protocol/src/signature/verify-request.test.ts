import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "./secret.ts";
import { signRequest } from "./sign-request.ts";
import { type VerificationOptions, verifyRequest } from "./verify-request.ts";

const nowS = 1_800_000_000;
const id = "order_list_1";
const body = '{"订单":1}';
const secret = newSecret();
const signed = signRequest({ body, secret, id, timestampS: nowS });

test("a signed request is valid and tells its id and time", () => {
  assert.deepEqual(verify({}), { valid: true, id, timestampS: nowS });
  assert.deepEqual(verify({ body: new TextEncoder().encode(body) }), verify({}));
});

test("header names count in any case, from web headers, records and lists of one", () => {
  const shouted = Object.entries(signed).map(([name, value]) => [name.toUpperCase(), [value]]);
  assert.equal(verify({ headers: Object.fromEntries(shouted) }).valid, true);
  assert.equal(verify({ headers: new Headers(signed) }).valid, true);
});

test("a request of another time is stale or from the future beyond 300 seconds", () => {
  assert.equal(verify({ nowS: nowS + 300 }).valid, true);
  assert.equal(verify({ nowS: nowS - 300 }).valid, true);
  assert.equal(reason({ nowS: nowS + 301 }), "stale");
  assert.equal(reason({ nowS: nowS - 301 }), "future");
  assert.equal(reason({ nowS: nowS + 11, toleranceS: 10 }), "stale");
});

test("another body, secret, id or time is a mismatch", () => {
  assert.equal(reason({ body: `${body} ` }), "mismatch");
  assert.equal(reason({ secrets: newSecret() }), "mismatch");
  assert.equal(reason({ headers: { ...signed, "webhook-id": "order_list_2" } }), "mismatch");
  assert.equal(reason({ headers: { ...signed, "webhook-timestamp": `${nowS + 1}` } }), "mismatch");
});

test("invalid UTF-8 does not verify as the replacement character it decodes to", () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);
  const headers = signRequest({ body: bytes, secret, id, timestampS: nowS });
  assert.equal(verify({ body: bytes, headers }).valid, true);
  assert.equal(reason({ body: '"\ufffd"', headers }), "mismatch");
});

test("a right X-Hub-Signature rescues no wrong or incomplete webhook headers", () => {
  const wrong = { ...signed, "webhook-signature": `v1,${"A".repeat(43)}=` };
  assert.equal(reason({ headers: wrong, allowLegacy: true }), "mismatch");
  for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
    assert.equal(
      reason({ headers: { ...signed, [name]: undefined }, allowLegacy: true }),
      "missing",
    );
  }
});

test("right webhook headers need no X-Hub-Signature, and suffer no other secret's", () => {
  assert.equal(verify({ headers: { ...signed, "x-hub-signature": undefined } }).valid, true);
  const other = signRequest({ body, secret: newSecret(), id, timestampS: nowS });
  const rotating = { ...signed, "x-hub-signature": other["x-hub-signature"] };
  assert.equal(verify({ headers: rotating }).valid, true);
});

test("X-Hub-Signature alone is refused unless legacy requests are allowed", () => {
  const headers = { "x-hub-signature": signed["x-hub-signature"] };
  assert.equal(reason({ headers }), "legacy_only");
  assert.deepEqual(verify({ headers, allowLegacy: true }), {
    valid: true,
    id: null,
    timestampS: null,
  });
  assert.equal(reason({ headers, allowLegacy: true, body: "{}" }), "mismatch");
  assert.equal(reason({ headers: {}, allowLegacy: true }), "missing");
});

test("X-Hub-Signature counts with and without sha256=, in any case, with space around", () => {
  const hex = signed["x-hub-signature"].slice("sha256=".length);
  for (const value of [
    hex,
    hex.toUpperCase(),
    `sha256=${hex.toUpperCase()}`,
    `\t sha256=${hex} `,
  ]) {
    assert.equal(verify({ headers: { "x-hub-signature": value }, allowLegacy: true }).valid, true);
  }
  for (const value of [
    "",
    "sha256=",
    hex.slice(1),
    `${hex}0`,
    `sha1=${hex}`,
    `sha256= ${hex}`,
    `${hex},${hex}`,
    `${hex.slice(0, 63)}g`,
  ]) {
    const headers = { "x-hub-signature": value };
    assert.equal(reason({ headers, allowLegacy: true }), "malformed", value);
  }
});

test("an id or timestamp of another form is malformed", () => {
  for (const webhookId of ["", "a.1", "a b", "ü", "x".repeat(65)]) {
    assert.equal(reason({ headers: { ...signed, "webhook-id": webhookId } }), "malformed");
  }
  for (const timestamp of [
    "",
    ` ${nowS}`,
    `${nowS}.0`,
    `${nowS}x`,
    `${nowS}000`,
    "1e9",
    "-180000000",
  ]) {
    assert.equal(reason({ headers: { ...signed, "webhook-timestamp": timestamp } }), "malformed");
  }
  for (const list of ["", "v1", "v1,", "v2,abc", `v1,${"A".repeat(42)}`, `v1,${"-".repeat(43)}=`]) {
    assert.equal(reason({ headers: { ...signed, "webhook-signature": list } }), "malformed");
  }
});

test("a header that comes twice is malformed", () => {
  assert.equal(reason({ headers: { ...signed, "webhook-id": [id, id] } }), "malformed");
  assert.equal(reason({ headers: { ...signed, "Webhook-Id": id } }), "malformed");
});

test("one right signature among eight, of one secret among several, is enough; nine are too many", () => {
  const right = signed["webhook-signature"];
  const wrong = `v1,${"A".repeat(43)}=`;
  const list = (wrongs: number) => ({
    ...signed,
    "webhook-signature": [...Array(wrongs).fill(wrong), right].join(" "),
  });
  const secrets = [newSecret(), secret, newSecret()];
  assert.equal(verify({ headers: list(7), secrets }).valid, true);
  assert.equal(reason({ headers: list(8), secrets }), "malformed");
  assert.equal(
    verify({ headers: { ...signed, "webhook-signature": `v1a,x ${right}` } }).valid,
    true,
  );
});

test("hostile header values get a verdict, never an exception", () => {
  const hostile = [
    "\u0000",
    "订单",
    "v1,".repeat(9_999),
    `v1,${"=".repeat(44)}`,
    "1".repeat(65_536),
  ];
  for (const name of [...Object.keys(signed), "__proto__", "constructor"]) {
    for (const value of [...hostile, hostile]) {
      const headers = { ...signed, [name]: value };
      assert.equal(typeof verify({ headers, allowLegacy: true }).valid, "boolean");
    }
  }
});

test("an empty secret verifies nothing", () => {
  for (const empty of ["", "whsec_"]) {
    const headers = signRequest({ body, secret: empty, id, timestampS: nowS });
    assert.equal(reason({ headers, secrets: empty }), "mismatch");
    const legacy = { "x-hub-signature": headers["x-hub-signature"] };
    assert.equal(reason({ headers: legacy, secrets: [empty], allowLegacy: true }), "mismatch");
  }
  assert.equal(reason({ secrets: [] }), "mismatch");
});

test("of more secrets than keys are kept each verifies its own requests and no other's", () => {
  const secrets = Array.from({ length: 40 }, newSecret);
  for (const each of [...secrets, ...secrets]) {
    const headers = signRequest({ body, secret: each, id, timestampS: nowS });
    assert.equal(verify({ headers, secrets: each }).valid, true);
    assert.equal(
      reason({ headers, secrets: secrets.filter((other) => other !== each) }),
      "mismatch",
    );
  }
});

test("without a time given the clock counts", () => {
  const headers = signRequest({ body, secret, id, timestampS: Math.floor(Date.now() / 1000) });
  assert.equal(verifyRequest({ body, headers, secrets: secret }).valid, true);
});

function verify(changes: Partial<VerificationOptions>) {
  return verifyRequest({ body, headers: signed, secrets: secret, nowS, ...changes });
}

function reason(changes: Partial<VerificationOptions>): string | null {
  const verdict = verify(changes);
  return verdict.valid ? null : verdict.reason;
}

test("with a URL of one's own, what was sent to another host, or names none, is not valid", () => {
  const url = "https://shop.example/webhook";
  const options = { body, id, timestampS: nowS };
  const headers = signRequest({ ...options, secret, url });
  assert.equal(verify({ headers }).valid, true);
  assert.equal(verify({ headers, url }).valid, true);
  assert.equal(verify({ headers, url: ["https://other.example", url] }).valid, true);
  assert.equal(reason({ headers, url: "https://other.example" }), "other_endpoint");
  assert.equal(reason({ headers, url: "https://shop.example:444" }), "other_endpoint");
  for (const none of ["", "shop.example", "ftp://shop.example"]) {
    assert.equal(reason({ headers, url: none }), "other_endpoint", none);
  }
  assert.equal(reason({ headers, url: [] }), "other_endpoint");
  assert.equal(reason({ url }), "no_endpoint");
  assert.equal(reason({ headers, url, body: `${body} ` }), "mismatch");
  // During a rotation any of the secrets will do, as for the other header.
  const rotated = signRequest({ ...options, secret: newSecret(), alsoSign: [secret], url });
  assert.equal(verify({ headers: rotated, url }).valid, true);
  const name = "meetbot-endpoint-signature";
  const list = { ...headers, [name]: `${`v1,${"A".repeat(43)}= `.repeat(8)}${headers[name]}` };
  assert.equal(reason({ headers: list, url }), "other_endpoint");
});
