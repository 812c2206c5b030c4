import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { signRequest } from "./sign-request.ts";

const id = "test_12582312";
const timestampS = 1_700_000_000;

// Test cases 1 and 2 of RFC 4231; the keys of the others are not UTF-8, as a secret is.
const published = [
  {
    secret: "\u000b".repeat(20),
    body: "Hi There",
    hex: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
  },
  {
    secret: "Jefe",
    body: "what do ya want for nothing?",
    hex: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  },
];

for (const { secret, body, hex } of published) {
  test(`X-Hub-Signature of "${body}" is the HMAC-SHA256 that RFC 4231 publishes`, () => {
    const headers = signRequest({ body, secret, id, timestampS });
    assert.equal(headers["x-hub-signature"], `sha256=${hex}`);
  });
}

test("X-Hub-Signature is keyed with the whole secret, webhook-signature with the bytes behind whsec_", () => {
  const key = Buffer.alloc(32, 7);
  const secret = `whsec_${key.toString("base64")}`;
  assert.deepEqual(signRequest({ body: "{}", secret, id, timestampS }), {
    "x-hub-signature": `sha256=${createHmac("sha256", secret).update("{}").digest("hex")}`,
    "webhook-id": id,
    "webhook-timestamp": "1700000000",
    "webhook-signature": `v1,${createHmac("sha256", key).update(`${id}.1700000000.{}`).digest("base64")}`,
  });
});

test("text and its UTF-8 bytes have the same signatures", () => {
  const text = '{"name":"订单 👕"}';
  const bytes = new TextEncoder().encode(text);
  const options = { secret: "a secret of some length", id, timestampS };
  assert.deepEqual(
    signRequest({ ...options, body: text }),
    signRequest({ ...options, body: bytes }),
  );
});

test("each further secret adds a signature of its own behind the first", () => {
  const options = { body: "{}", id, timestampS };
  const both = signRequest({ ...options, secret: "first", alsoSign: ["second"] });
  const first = signRequest({ ...options, secret: "first" });
  const second = signRequest({ ...options, secret: "second" });
  assert.deepEqual(both, {
    ...first,
    "webhook-signature": `${first["webhook-signature"]} ${second["webhook-signature"]}`,
  });
});

test("the host it is sent to is signed in a header more, which the others do not depend on", () => {
  const key = Buffer.alloc(32, 7);
  const options = { body: "{}", secret: `whsec_${key.toString("base64")}`, id, timestampS };
  const ofHost = (host: string) =>
    `v1,${createHmac("sha256", key).update(`endpoint.${id}.1700000000.${host}`).digest("base64")}`;
  const hosts: [url: string, host: string][] = [
    ["https://Shop.Example/meetbot?a=b", "shop.example"],
    ["https://shop.example:443", "shop.example"],
    ["https://shop.example:8443/", "shop.example:8443"],
    ["http://shop.example:80/", "shop.example"],
    ["http://[::1]:4720/webhook", "[::1]:4720"],
    ["https://bücher.example/", "xn--bcher-kva.example"],
  ];
  for (const [url, host] of hosts) {
    assert.deepEqual(signRequest({ ...options, url }), {
      ...signRequest(options),
      "meetbot-endpoint-signature": ofHost(host),
    });
  }
  const both = signRequest({ ...options, alsoSign: ["second"], url: "https://shop.example" });
  assert.match(both["meetbot-endpoint-signature"] ?? "", /^v1,\S{44} v1,\S{44}$/);
  assert(both["meetbot-endpoint-signature"]?.startsWith(`${ofHost("shop.example")} `));
});
