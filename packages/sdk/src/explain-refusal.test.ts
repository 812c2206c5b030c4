import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { listQuery, nowS, secret, signQuestion } from "../test/sign-question.ts";
import { createWebhook, newSecret, refuse } from "./index.ts";

const right = signQuestion(listQuery);
const body = String(right.body);
const prefix = `test_1.${nowS}.`;
const bare = secret.slice("whsec_".length);
const key = Buffer.from(bare, "base64");
const pretty = JSON.stringify(JSON.parse(body), null, 2);
const { request, params, pagination } = JSON.parse(body);

test("a right request and a shop without a listener hear nothing", async () => {
  assert.equal(await diagnose({}), null);
});

const sent: [accident: string, changes: Partial<Sent>, advice: RegExp][] = [
  ["written over more lines", { body: pretty }, /fits the same JSON written otherwise/],
  [
    "written with its keys in another order",
    { body: JSON.stringify({ pagination, params, request }) },
    /fits the same JSON written otherwise/,
  ],
  ["with a space around it", { body: ` ${body}\n` }, /fits the same JSON written otherwise/],
  [
    "with a byte order mark",
    { body: `\ufeff${body}` },
    /fits the body without space or a byte order/,
  ],
  ["in base64", { body: Buffer.from(body).toString("base64") }, /base64 of: decode it first/],
  ["read by somebody else", { body: "" }, /the body is empty: something read it/],
  ["that was parsed and turned into text", { body: "[object Object]" }, /a parsed object that was/],
  ["of another question", { body: "{}" }, /of another secret or of another body/],
];
for (const [accident, changes, advice] of sent) {
  test(`a body ${accident} is recognized`, async () => {
    assert.match((await diagnose(changes)) ?? "", advice);
  });
}

test("a body that was taken for Latin-1 on its way is recognized", async () => {
  const { headers, body: text } = signQuestion('{"订单":"é"}');
  const garbled = Buffer.from(Buffer.from(text).toString("latin1"));
  assert.match((await diagnose({ headers, body: garbled })) ?? "", /before Latin-1/);
});

test("a line break that was lost, and line ends that were changed, are recognized", async () => {
  const lost = signQuestion(`${body}\n`);
  assert.match((await diagnose({ headers: lost.headers })) ?? "", /a line break at its end/);
  const changed = signQuestion(pretty);
  const crlf = { headers: changed.headers, body: pretty.replaceAll("\n", "\r\n") };
  assert.match((await diagnose(crlf)) ?? "", /other line ends/);
});

const signatures: [accident: string, signature: string, advice: RegExp][] = [
  ["hex", `v1,${hmac(key, prefix + body, "hex")}`, /webhook-signature is right in hex, not base64/],
  [
    "the whole secret",
    v1(secret, prefix + body),
    /made with the whole secret as text.*decoded|bytes/,
  ],
  ["an undecoded secret", v1(bare, prefix + body), /without whsec_, as text/],
  [
    "a line break in the secret",
    v1(`${secret}\n`, prefix + body),
    /a line break or a space around/,
  ],
  ["quotes around the secret", v1(`"${secret}"`, prefix + body), /quotes around the secret/],
  ["a hash without a key", `v1,${sha256(prefix + body)}`, /plain SHA-256, not an HMAC/],
  ["a hash of key and text", `v1,${sha256(key, prefix + body)}`, /plain SHA-256, not an HMAC/],
  ["a hash of the secret and the body", `v1,${sha256(secret, body)}`, /plain SHA-256, not an HMAC/],
  ["base64 without v1,", hmac(key, prefix + body, "base64"), /the right hash in another form/],
  [
    "base64url",
    `v1,${hmac(key, prefix + body, "base64")
      .replaceAll("+", "-")
      .replaceAll("/", "_")}`.slice(0, -1),
    /the right hash in another form/,
  ],
  ["the body alone", v1(key, body), /covers the body without id and time/],
  ["the other signature", v1(secret, body), /as the other of the two signatures is/],
  [
    "another secret",
    v1(newSecret(), body),
    /x-hub-signature is right, so are the secret and the body/,
  ],
];
for (const [accident, signature, advice] of signatures) {
  test(`a webhook-signature of ${accident} is recognized`, async () => {
    const headers = { ...right.headers, "webhook-signature": signature };
    assert.match((await diagnose({ headers })) ?? "", advice);
  });
}

const hubSignatures: [accident: string, signature: string, advice: RegExp][] = [
  ["base64", hmac(secret, body, "base64"), /x-hub-signature is right in base64, not hex/],
  ["a secret without its prefix", hmac(bare, body, "hex"), /without whsec_, as text/],
  ["a decoded secret", hmac(key, body, "hex"), /the bytes that the text after whsec_ stands for/],
  ["a line break in the secret", hmac(`${secret}\n`, body, "hex"), /a line break or a space/],
  ["a hash without a key", createHash("sha256").update(body).digest("hex"), /plain SHA-256/],
];
for (const [accident, signature, advice] of hubSignatures) {
  test(`an X-Hub-Signature of ${accident} is recognized`, async () => {
    const headers = { "x-hub-signature": signature };
    assert.match((await diagnose({ headers, allowLegacy: true })) ?? "", advice);
  });
}

test("a webhook that was given the secret without whsec_, or in quotes, is recognized", async () => {
  assert.match((await diagnose({ signingSecret: bare })) ?? "", /the webhook's own lacks/);
  assert.match(
    (await diagnose({ signingSecret: `"${secret}"` })) ?? "",
    /around the webhook's own/,
  );
});

test("what has nothing to do with bytes is told by its name", async () => {
  const { "webhook-signature": _, ...incomplete } = right.headers;
  assert.match((await diagnose({ headers: incomplete })) ?? "", /no webhook-signature/);
  assert.match((await diagnose({ nowS: nowS + 400 })) ?? "", /in the past/);
  assert.match((await diagnose({ nowS: nowS - 400 })) ?? "", /in the future/);
  const hub = { "x-hub-signature": right.headers["x-hub-signature"] ?? "" };
  assert.match((await diagnose({ headers: hub })) ?? "", /X-Hub-Signature alone/);
  const milliseconds = { ...right.headers, "webhook-timestamp": `${nowS}000` };
  assert.match((await diagnose({ headers: milliseconds })) ?? "", /10 digits, seconds/);
});

test("a replay is told from a wrong signature", async () => {
  const heard: string[] = [];
  const webhook = createShop({ diagnose: (advice) => heard.push(advice) });
  for (let time = 0; time < 2; time += 1) await webhook(new Request("https://a.example/", right));
  assert.match(heard.join(), /^Meetbot webhook, 401: this very request came before/);
});

test("each of several secrets is tried", async () => {
  const headers = {
    ...right.headers,
    "webhook-signature": `v1,${hmac(key, prefix + body, "hex")}`,
  };
  const signingSecret = [newSecret(), newSecret(), secret];
  assert.match((await diagnose({ headers, signingSecret })) ?? "", /is right in hex/);
});

test("production is silent, development speaks to the console, and neither tells the sender", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const before = process.env.NODE_ENV;
  t.after(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
  for (const [environment, times] of [
    ["production", 0],
    ["development", 1],
  ] as const) {
    process.env.NODE_ENV = environment;
    const webhook = createShop({});
    const answer = await webhook(new Request("https://a.example/", { ...right, body: pretty }));
    assert.equal(
      await answer.text(),
      '{"success":false,"error":{"code":401,"message":"invalid signature"}}',
    );
    assert.equal(warn.mock.callCount(), times);
  }
  process.env.NODE_ENV = "production";
  assert.equal(await diagnose({ body: pretty }), null);
});

test("where the environment is not named, the console hears it once in a process", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const before = process.env.NODE_ENV;
  t.after(() => {
    if (before !== undefined) process.env.NODE_ENV = before;
  });
  delete process.env.NODE_ENV;
  for (const _ of [1, 2]) {
    const request = new Request("https://a.example/", { ...right, body: pretty });
    assert.equal((await createShop({})(request)).status, 401);
  }
  assert.equal(warn.mock.callCount(), 1);
});

test("no advice repeats a secret, and hostile input is answered like any other", async () => {
  const deep = "[".repeat(60_000);
  const long = `v1,${"A".repeat(8_000)} `.repeat(9);
  for (const hostile of [deep, "\u0000", "[object Object]", `{"__proto__":${deep}`]) {
    for (const signature of ["", "sha256=", long, `v1,${"=".repeat(44)}`, hmac(key, "x", "hex")]) {
      const headers = { ...right.headers, "webhook-signature": signature };
      const advice = await diagnose({ headers, body: hostile });
      assert.ok(advice && !advice.includes(bare));
    }
  }
});

interface Sent {
  headers: Record<string, string>;
  body: string | Uint8Array;
  signingSecret: string | string[];
  nowS: number;
  allowLegacy: boolean;
}

/** What a shop in development hears of a request, or null where there is nothing to hear. */
async function diagnose(changes: Partial<Sent>): Promise<string | null> {
  const { headers = right.headers, body = right.body, ...options } = changes;
  let heard: string | null = null;
  const webhook = createShop({ ...options, diagnose: (advice) => (heard = advice) });
  await webhook(new Request("https://a.example/", { method: "POST", headers, body }));
  return heard;
}

type ShopOptions = Partial<Omit<Sent, "headers" | "body">> & {
  diagnose?: (advice: string) => void;
};

function createShop({ nowS: seconds = nowS, ...options }: ShopOptions) {
  return createWebhook({
    signingSecret: secret,
    orders: () => refuse.userNotFound(),
    packages: () => refuse.orderNotFound(),
    now: () => seconds * 1000,
    ...options,
  });
}

function hmac(withKey: string | Buffer, text: string, encoding: "hex" | "base64"): string {
  return createHmac("sha256", withKey).update(text).digest(encoding);
}

function v1(withKey: string | Buffer, text: string): string {
  return `v1,${hmac(withKey, text, "base64")}`;
}

function sha256(...parts: (string | Buffer)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("base64");
}
