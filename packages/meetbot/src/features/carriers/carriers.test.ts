import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { type CarrierKind, carrierKinds } from "@meetbot/model/carrier/carrier.ts";
import fc from "fast-check";
import { bodyOf, callOf, hintOf, pushed, secret, sent } from "./carriers.fixture.ts";
import { carrierOf } from "./kinds/carrier-kinds.ts";

for (const kind of carrierKinds) {
  const carrier = carrierOf[kind];
  const { verify, read } = carrier;

  test(`${kind}: what it signs is taken, and is a hint`, () => {
    const call = callOf(kind, sent[kind]);
    assert.equal(verify(call, secret), null);
    assert.deepEqual(read(call.body), [hintOf[kind]]);
  });

  test(`${kind}: forged, unsigned and changed by one byte is refused`, () => {
    const call = callOf(kind, sent[kind]);
    assert.equal(verify(call, `${secret}x`), "bad_signature");
    assert.equal(verify({ ...call, body: Buffer.from("{}") }, secret) === null, false);
    for (let at = 0; at < call.body.length; at += 7) {
      const body = Buffer.from(call.body);
      body[at] = (body[at] ?? 0) ^ 1;
      if (kind === "kuaidi100" && pushed(body) === pushed(call.body)) continue;
      assert.notEqual(verify({ ...call, body }, secret), null, `byte ${at}`);
    }
    const unsigned = { headers: new Headers(), body: bodyOf(kind, sent[kind], null) };
    assert.equal(verify(unsigned, secret), "unsigned");
    const empty = callOf(kind, sent[kind], "");
    if (carrier.alwaysSigns) assert.equal(verify(empty, secret), "bad_signature");
  });

  test(`${kind}: what another one sends is no hint, and nothing that anybody sends breaks the reader`, () => {
    for (const other of carrierKinds.filter((other) => other !== kind)) {
      const { body } = callOf(other, sent[other]);
      assert.deepEqual(read(body) ?? [], [], other);
    }
    const anything = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "null", "[]", '{"event":"x","msg":{"checkpoints":[null]}}'),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const body of [text, `param=${encodeURIComponent(text)}`]) {
          const hints = read(Buffer.from(body));
          assert(hints === null || hints.length <= 1);
        }
      }),
    );
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    assert.equal(read(bytes), null);
    assert.equal(read(Buffer.from("[".repeat(500_000))), null);
  });

  test(`${kind}: whatever field of it is missing or something else, it is read without a fault`, () => {
    for (const value of [
      undefined,
      null,
      7,
      "",
      "x".repeat(10_000),
      [],
      {},
      true,
      "a\nb",
      "-- drop",
    ]) {
      for (const changed of changes(sent[kind], value)) {
        for (const hint of read(bodyOf(kind, changed)) ?? []) {
          assert.match(hint.trackingNumber, /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,63}$/u);
        }
      }
    }
  });
}

/** The same with one field, at whatever depth, being something else. */
function changes(value: unknown, other: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { ...value, [key]: other },
    ...changes(inner, other).map((changed) => ({ ...value, [key]: changed })),
  ]);
}

const statusesOf = (kind: CarrierKind, told: unknown) =>
  (carrierOf[kind].read(bodyOf(kind, told)) ?? []).map(({ status }) => status);

test("aftership: a subtag that nobody knows is its tag, and a time without a zone is none", () => {
  const { msg, ...rest } = sent.aftership;
  const with_ = (changes: object) => ({ ...rest, msg: { ...msg, ...changes } });
  assert.deepEqual(statusesOf("aftership", with_({ subtag: "Delivered_099" })), ["delivered"]);
  assert.deepEqual(statusesOf("aftership", with_({ subtag: "New", tag: "Delivered" })), [
    "delivered",
  ]);
  assert.deepEqual(statusesOf("aftership", with_({ subtag: "", tag: "Abducted" })), [null]);
  const local = with_({ checkpoints: [{ checkpoint_time: "2026-11-20T09:30:00" }] });
  assert.equal(
    carrierOf.aftership.read(bodyOf("aftership", local))?.[0]?.occurredAt,
    1_795_000_000_000,
  );
});

test("17track: that it follows a parcel no longer is a hint without a status", () => {
  const stopped = { event: "TRACKING_STOPPED", data: { number: "RR123456789CN", carrier: 3011 } };
  assert.deepEqual(carrierOf["17track"].read(bodyOf("17track", stopped)), [
    { trackingNumber: "RR123456789CN", status: null, occurredAt: null },
  ]);
});

test("快递100: without a salt nothing is signed, an unknown number is on its way, and what was given up is not known", () => {
  const { lastResult } = sent.kuaidi100;
  const state = (state: unknown, status = "polling") => ({
    status,
    lastResult: { ...lastResult, state },
  });
  assert.equal(carrierOf.kuaidi100.verify(callOf("kuaidi100", sent.kuaidi100, ""), ""), null);
  assert.deepEqual(statusesOf("kuaidi100", state("15")), ["in_transit"]);
  assert.deepEqual(statusesOf("kuaidi100", state(3)), ["delivered"]);
  assert.deepEqual(statusesOf("kuaidi100", state("3", "abort")), [null]);
  assert.deepEqual(carrierOf.kuaidi100.answers, {
    result: true,
    returnCode: "200",
    message: "成功",
  });
});

test("快递100: of a field that comes twice the first is what is verified and what is read", () => {
  const { body } = callOf("kuaidi100", sent.kuaidi100);
  const other = JSON.stringify({ status: "polling", lastResult: { nu: "OTHER1", state: "3" } });
  const twice = Buffer.from(`${body}&param=${encodeURIComponent(other)}`);
  const call = { headers: new Headers(), body: twice };
  assert.equal(carrierOf.kuaidi100.verify(call, secret), null);
  assert.deepEqual(carrierOf.kuaidi100.read(twice), [hintOf.kuaidi100]);
});

test("easypost: the secret counts in NFKD, and a weight may have been signed with its tenths", () => {
  const composed = "schlüssel";
  const whole = Buffer.from(
    '{"description":"tracker.updated","result":{"object":"Tracker","tracking_code":"EZ1","weight": 5}}',
  );
  const tenths = whole.toString().replace("5}", "5.0}");
  const sign = (key: string, text: string) =>
    `hmac-sha256-hex=${createHmac("sha256", key.normalize("NFKD")).update(text).digest("hex")}`;
  for (const signature of [sign(composed, whole.toString()), sign(composed, tenths)]) {
    const headers = new Headers({ "x-hmac-signature": signature });
    assert.equal(carrierOf.easypost.verify({ headers, body: whole }, composed), null);
  }
  const raw = createHmac("sha256", composed).update(whole).digest("hex");
  const headers = new Headers({ "x-hmac-signature": `hmac-sha256-hex=${raw}` });
  assert.equal(carrierOf.easypost.verify({ headers, body: whole }, composed), "bad_signature");
  const batch = { description: "batch.updated", result: { object: "Batch", tracking_code: "EZ1" } };
  assert.deepEqual(carrierOf.easypost.read(bodyOf("easypost", batch)), []);
});

test("sendcloud signs as its own example says", () => {
  const body = Buffer.from('{"key": "value"}');
  const headers = new Headers({
    "Sendcloud-Signature": "1eed4b3d41f4653ac64fd56f1bf1cbfd349e4482cbc11dff7134bd93e5da4b0a",
  });
  assert.equal(carrierOf.sendcloud.verify({ headers, body }, "secretkey"), null);
});

test("17track signs the bytes as they came, not what they mean", () => {
  const body = Buffer.from('{"event":"TRACKING_UPDATED","data":{"number":"\\u0041B1"}}');
  const sign = createHash("sha256").update(`${body}/${secret}`).digest("hex");
  const headers = new Headers({ sign });
  assert.equal(carrierOf["17track"].verify({ headers, body }, secret), null);
  const same = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  assert.equal(carrierOf["17track"].verify({ headers, body: same }, secret), "bad_signature");
});
