import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { Socket } from "node:net";
import { describe, it, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { verifyRequest } from "@meetbot/protocol";
import fc from "fast-check";
import { fingerprintOf } from "../secrets/fingerprint.ts";
import {
  type DeliverOptions,
  deliver as deliverThrough,
  type Envelope,
  type MerchantEndpoint,
} from "./deliver.ts";
import {
  agent,
  startAnsweringMerchant,
  startMerchant,
  startRawMerchant,
} from "./scripted-merchant.fixture.ts";

const KIB = 1_024;
const envelope = {
  id: "test_1",
  body: '{"request":{},"params":{"user_account":"订单@example.cn"}}',
};

function deliver(sent: Envelope, to: MerchantEndpoint, options: Partial<DeliverOptions> = {}) {
  return deliverThrough(sent, to, { agent, ...options });
}

/** The reason of the failure that must have come, or the text that must not. */
async function failureOf(endpoint: MerchantEndpoint, options: Partial<DeliverOptions> = {}) {
  const { outcome } = await deliver(envelope, endpoint, options);
  return outcome.kind === "failed" ? outcome.reason : outcome.text;
}

/** The only exchange of a delivery, beside what it came to. */
async function exchangeOnce(endpoint: MerchantEndpoint, options: Partial<DeliverOptions> = {}) {
  const { outcome, exchanges } = await deliver(envelope, endpoint, options);
  assert.equal(exchanges.length, 1);
  return { ...exchanges[0]!, outcome };
}

/** A merchant that sends these bytes for every query and hangs up. */
function startHangingUp(t: TestContext, bytes: string | Uint8Array) {
  return startRawMerchant(t, (socket) => socket.end(bytes));
}

describe("deliver", () => {
  it("sends the given bytes with every header of the wire", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { outcome } = await deliver(envelope, merchant.endpoint, {
      now: () => 1_763_999_999_500,
    });
    assert.deepEqual(outcome, { kind: "received", text: "{}" });
    const { headers, body } = merchant.received[0]!;
    assert.equal(body, envelope.body);
    assert.equal(headers["content-type"], "application/json; charset=utf-8");
    assert.equal(headers["content-length"], String(Buffer.byteLength(envelope.body)));
    assert.equal(headers.accept, "application/json");
    assert.equal(headers["accept-encoding"], "identity");
    assert.match(headers["user-agent"] ?? "", /^Meetbot\/\d+\.\d+\.\d+$/);
    assert.match(String(headers["x-hub-signature"]), /^sha256=[0-9a-f]{64}$/);
    assert.equal(headers["webhook-id"], "test_1");
    assert.equal(headers["webhook-timestamp"], "1763999999");
    assert.match(String(headers["webhook-signature"]), /^v1,[A-Za-z0-9+/]{43}=$/);
    const { url, signingSecrets: secrets } = merchant.endpoint;
    const nowS = 1_763_999_999;
    const verify = (own: string) => verifyRequest({ body, headers, secrets, nowS, url: own });
    assert.equal(verify(url).valid, true);
    assert.deepEqual(verify("https://shop.example"), { valid: false, reason: "other_endpoint" });
  });

  it("keeps eight characters of each signature for the log", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { requestHeaders } = await exchangeOnce(merchant.endpoint);
    const { headers } = merchant.received[0]!;
    for (const [name, prefix] of [
      ["x-hub-signature", "sha256="],
      ["webhook-signature", "v1,"],
      ["meetbot-endpoint-signature", "v1,"],
    ] as const) {
      const shown = String(headers[name]).slice(0, prefix.length + 8);
      assert.equal(requestHeaders[name], `${shown}…`);
    }
    assert.equal(requestHeaders["webhook-id"], "test_1");
  });

  it("keeps which secret X-Hub-Signature was made with, by its fingerprint", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { secretFingerprint } = await exchangeOnce(merchant.endpoint);
    assert.equal(secretFingerprint, fingerprintOf(merchant.endpoint.signingSecrets[0]!));
  });

  it("keeps the response's headers, repeated ones as one line", async (t) => {
    const merchant = await startMerchant(t, (_, response) => {
      response.writeHead(200, { "x-shop": ["a", "b"] }).end("{}");
    });
    const { responseHeaders, httpStatus } = await exchangeOnce(merchant.endpoint);
    assert.equal(responseHeaders["x-shop"], "a, b");
    assert.equal(httpStatus, 200);
  });

  for (const [status, reason] of [
    [301, "redirect"],
    [302, "redirect"],
    [307, "redirect"],
    [400, "http_status"],
    [401, "signature_refused"],
    [403, "signature_refused"],
    [404, "http_status"],
    [429, "http_status"],
    [410, "gone"],
    [500, "http_status"],
  ] as const) {
    it(`calls HTTP ${status} ${reason}, whatever comes with it`, async (t) => {
      const merchant = await startMerchant(t, (_, response) => {
        response.writeHead(status, { location: "/elsewhere" }).end("x".repeat(20 * KIB));
      });
      const exchange = await exchangeOnce(merchant.endpoint);
      assert(exchange.outcome.kind === "failed");
      assert.equal(exchange.outcome.reason, reason);
      assert.match(exchange.outcome.detail, new RegExp(`HTTP ${status}`));
      assert.equal(exchange.httpStatus, status);
      assert.equal(exchange.responseBody, "x".repeat(16 * KIB));
      assert.equal(merchant.received.length, 1);
    });
  }

  it("accepts a body of 256 KiB and records its first 16 KiB", async (t) => {
    const merchant = await startAnsweringMerchant(t, "x".repeat(256 * KIB));
    const { outcome, responseBody } = await exchangeOnce(merchant.endpoint);
    assert.deepEqual(outcome, { kind: "received", text: "x".repeat(256 * KIB) });
    assert.equal(responseBody, "x".repeat(16 * KIB));
  });

  it("stops reading a body that grows beyond 256 KiB", async (t) => {
    let left = false;
    const merchant = await startMerchant(t, (_, response) => {
      const pour = () => {
        while (response.write("x".repeat(64 * KIB)));
      };
      response.on("drain", pour).on("close", () => {
        left = true;
      });
      pour();
    });
    assert.equal(await failureOf(merchant.endpoint), "too_large");
    assert.equal(await failureOf(merchant.endpoint), "too_large");
    assert.equal(left, true);
  });

  it("refuses a body one byte larger than 256 KiB", async (t) => {
    const merchant = await startAnsweringMerchant(t, "x".repeat(256 * KIB + 1));
    assert.equal(await failureOf(merchant.endpoint), "too_large");
  });

  it("refuses response headers beyond 16 KiB", async (t) => {
    const bytes = `HTTP/1.1 200 OK\r\nx-shop: ${"x".repeat(20 * KIB)}\r\n\r\n{}`;
    assert.equal(await failureOf(await startHangingUp(t, bytes)), "too_large");
  });

  it("refuses an encoded body without reading it", async (t) => {
    const merchant = await startAnsweringMerchant(t, gzipSync("{}"), {
      headers: { "content-encoding": "gzip" },
    });
    const { outcome, responseBody } = await exchangeOnce(merchant.endpoint);
    assert(outcome.kind === "failed");
    assert.equal(outcome.reason, "invalid_answer");
    assert.match(outcome.detail, /Content-Encoding is gzip/);
    assert.equal(responseBody, "");
  });

  it("accepts a body declared as identity, and one with a byte order mark", async (t) => {
    const merchant = await startAnsweringMerchant(t, "\uFEFF{}", {
      headers: { "content-encoding": "Identity" },
    });
    assert.equal(await failureOf(merchant.endpoint), "{}");
  });

  it("calls bytes that are not UTF-8 invalid_json", async (t) => {
    const merchant = await startAnsweringMerchant(t, Buffer.from('{"a":"\xE9"}', "latin1"));
    assert.equal(await failureOf(merchant.endpoint), "invalid_json");
  });

  it("ends at the deadline when the server never answers", async (t) => {
    const endpoint = await startRawMerchant(t, () => {});
    assert.equal(await failureOf(endpoint, { deadlineMs: 100 }), "timeout");
  });

  it("ends at the deadline when the TLS handshake never ends", async (t) => {
    const { url, ...rest } = await startRawMerchant(t, () => {});
    const endpoint = { ...rest, url: url.replace("http:", "https:") };
    assert.equal(await failureOf(endpoint, { deadlineMs: 100 }), "timeout");
  });

  it("ends at the deadline when nothing follows the headers", async (t) => {
    const merchant = await startMerchant(t, (_, response) => response.flushHeaders());
    const { outcome, httpStatus } = await exchangeOnce(merchant.endpoint, { deadlineMs: 1_000 });
    assert(outcome.kind === "failed");
    assert.equal(outcome.reason, "timeout");
    assert.equal(outcome.detail, "no complete answer within 1 s");
    assert.equal(httpStatus, 200);
  });

  for (const [status, reason] of [
    [200, "timeout"],
    [500, "http_status"],
  ] as const) {
    it(`ends at the deadline when a ${status}'s body drips, and hangs up`, async (t) => {
      let hungUp: Promise<unknown> | undefined;
      const merchant = await startMerchant(t, (_, response) => {
        response.writeHead(status);
        const drip = setInterval(() => response.write(" "), 10);
        hungUp = once(response, "close").finally(() => clearInterval(drip));
      });
      const exchange = await exchangeOnce(merchant.endpoint, { deadlineMs: 1_000 });
      assert(exchange.outcome.kind === "failed");
      assert.equal(exchange.outcome.reason, reason);
      assert.match(exchange.responseBody, /^ +$/);
      await hungUp;
    });
  }

  it("says connection_failed when nothing listens", async (t) => {
    const gone = await startRawMerchant(t, () => {});
    const url = gone.url.replace(/:\d+\//, ":1/");
    const { outcome } = await deliver(envelope, { ...gone, url });
    assert(outcome.kind === "failed");
    assert.equal(outcome.reason, "connection_failed");
    assert.match(outcome.detail, /ECONNREFUSED/);
    assert.doesNotMatch(outcome.detail, /127\.0\.0\.1/);
  });

  for (const url of ["", "not a url", "ftp://127.0.0.1/", "http://127.0.0.1:99999/"]) {
    it(`says address_refused for the endpoint "${url}"`, async (t) => {
      const endpoint = await startRawMerchant(t, () => {});
      assert.equal(await failureOf({ ...endpoint, url }), "address_refused");
    });
  }

  for (const [what, bytes] of [
    ["before the headers", ""],
    ["in the headers", "HTTP/1.1 200 OK\r\ncontent-len"],
    ["in a body of known length", "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"],
    ["in a chunk", 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a'],
    ["after something that is not HTTP", "220 smtp.example.com ESMTP\r\n"],
    ["after an upgrade nobody asked for", "HTTP/1.1 101 Upgrade\r\nupgrade: x\r\n\r\n"],
  ] as const) {
    it(`says connection_failed when the server hangs up ${what}`, async (t) => {
      assert.equal(await failureOf(await startHangingUp(t, bytes)), "connection_failed");
    });
  }

  it("keeps connections for the queries that follow", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    for (let i = 0; i < 10; i += 1) assert.equal(await failureOf(merchant.endpoint), "{}");
    assert(merchant.connections() <= 2, `${merchant.connections()} connections`);
  });

  it("loses no query when the server drops a kept connection", async (t) => {
    const used = new WeakSet<Socket>();
    let dropped = false;
    const endpoint = await startRawMerchant(t, (socket) => {
      if (used.has(socket) && !dropped) {
        dropped = true;
        socket.destroy();
      } else {
        used.add(socket);
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
      }
    });
    const outcomes: string[] = [];
    while (outcomes.length < 10) outcomes.push(await failureOf(endpoint));
    assert.deepEqual(outcomes, new Array(10).fill("{}"));
    assert.equal(dropped, true);
  });

  it("rejects at once when the caller has stopped already", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const signal = AbortSignal.abort(new Error("stopped"));
    await assert.rejects(deliver(envelope, merchant.endpoint, { signal }), /stopped/);
    assert.equal(merchant.received.length, 0);
  });

  for (const status of [200, 500]) {
    it(`rejects when the caller stops in the body of a ${status}`, {
      timeout: 60_000,
    }, async (t) => {
      const merchant = await startMerchant(t, (_, response) => {
        response.writeHead(status).write(" ");
      });
      const stop = new AbortController();
      const stopSoon = () => setImmediate(() => stop.abort(new Error("stopped")));
      subscribe("undici:request:headers", stopSoon);
      t.after(() => unsubscribe("undici:request:headers", stopSoon));
      const delivering = deliver(envelope, merchant.endpoint, { signal: stop.signal });
      await assert.rejects(delivering, /stopped/);
    });
  }

  it("ends in one outcome whatever bytes the body holds", async (t) => {
    let bytes: Uint8Array = new Uint8Array();
    const merchant = await startMerchant(t, (_, response) => response.end(bytes));
    const anyBody = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(encode));
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        bytes = body;
        const { outcome } = await deliver(envelope, merchant.endpoint);
        if (outcome.kind === "failed") assert.equal(outcome.reason, "invalid_json");
      }),
    );
  });

  it("ends in one outcome whatever bytes stand in for the HTTP response", async (t) => {
    let bytes: Uint8Array = new Uint8Array();
    const endpoint = await startRawMerchant(t, (socket) => socket.end(bytes));
    const anyTail = fc.uint8Array({ maxLength: 300 });
    const start = fc.constantFrom(
      "",
      "HTTP/1.1 ",
      "HTTP/1.1 200 OK\r\n",
      "HTTP/1.1 200 OK\r\n\r\n",
    );
    await fc.assert(
      fc.asyncProperty(start, anyTail, async (head, tail) => {
        bytes = Buffer.concat([encode(head), tail]);
        const { outcome } = await deliver(envelope, endpoint, { deadlineMs: 8_000 });
        assert(outcome.kind === "received" || outcome.reason !== "timeout");
      }),
    );
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
