import assert from "node:assert/strict";
import { test } from "node:test";
import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import { Hono } from "hono";
import { bodyOf, callOf, hintOf, secret, sent } from "../carriers.fixture.ts";
import type { CarrierHint } from "../form/carrier.ts";
import { carrierHook } from "./carrier-hook.ts";

/** The door, of one bot that the tokens `to-<kind>` are of. */
function openHook(fails: () => boolean = () => false, isFull: () => boolean = () => false) {
  const hinted: [string, CarrierHint][] = [];
  const counted: string[] = [];
  const warned: object[] = [];
  let heard = 0;
  let read = 0;
  const { path, refuseStrangers, hook } = carrierHook(
    {
      carriers: {
        async reach(botId, token) {
          const kind = token.replace("to-", "") as CarrierKind;
          return botId === "bot_1" && kind in sent ? { kind, secret } : null;
        },
        async recordWebhook() {
          heard += 1;
        },
      },
      async hint(botId, hint) {
        if (fails()) throw new Error("the database is away");
        if (isFull()) return "full";
        hinted.push([botId, hint]);
        return "taken";
      },
      onHeard: (kind, end) => void counted.push(`${kind} ${end}`),
      log: { warn: (fields: object) => void warned.push(fields) },
    },
    { strangerOf: () => null, onTurnedAway() {} },
  );
  const app = new Hono();
  app.onError((_, c) => c.text("", 500));
  app.post(
    path,
    refuseStrangers,
    async (_, next) => {
      read += 1;
      await next();
    },
    hook,
  );
  const call = (to: string, { headers, body }: { headers?: Headers; body: Buffer }) =>
    app.request(`/carriers/${to}`, {
      method: "POST",
      body: new Uint8Array(body),
      ...(headers && { headers }),
    });
  return { hinted, counted, warned, call, read: () => read, heard: () => heard };
}

test("what a carrier signs is a hint for its own bot, answered as the carrier wants it", async () => {
  const { call, hinted, heard } = openHook();
  const kinds = Object.keys(sent) as CarrierKind[];
  for (const kind of kinds) {
    const response = await call(`bot_1/to-${kind}`, callOf(kind, sent[kind]));
    assert.equal(response.status, 200, kind);
    if (kind === "kuaidi100") {
      assert.equal(await response.text(), '{"result":true,"returnCode":"200","message":"成功"}');
    }
  }
  assert.deepEqual(
    hinted,
    kinds.map((kind) => ["bot_1", hintOf[kind]]),
  );
  assert.equal(heard(), kinds.length);
});

test("whoever does not know the address is refused before a body is read, and whoever does not sign after it", async () => {
  const { call, hinted, counted, warned, read, heard } = openHook();
  const signed = callOf("aftership", sent.aftership);
  for (const to of ["bot_1/guessed", "bot_2/to-aftership", "bot_1/to-AFTERSHIP"]) {
    assert.equal((await call(to, signed)).status, 404, to);
  }
  assert.equal(read(), 0);
  const status = async (call_: Parameters<typeof call>[1]) =>
    (await call("bot_1/to-aftership", call_)).status;
  assert.equal(await status({ body: signed.body }), 401);
  assert.equal(await status(callOf("aftership", sent.aftership, "guess")), 401);
  assert.equal(await status({ ...signed, body: bodyOf("aftership", { event: "x" }) }), 401);
  assert.deepEqual(hinted, []);
  assert.equal(heard(), 0);
  const refused = ["aftership unsigned", "aftership bad_signature", "aftership bad_signature"];
  assert.deepEqual(counted, refused);
  assert.deepEqual(
    warned,
    [{ bot: "bot_1", kind: "aftership", fault: "unsigned" }],
    "once a minute",
  );
});

test("another kind's body is refused although it is signed, and what is of no parcel is taken", async () => {
  const { call, hinted, counted } = openHook();
  const other = callOf("aftership", sent.easypost);
  assert.equal((await call("bot_1/to-aftership", other)).status, 400);
  const plain = callOf("easypost", { description: "batch.updated", result: { object: "Batch" } });
  assert.equal((await call("bot_1/to-easypost", plain)).status, 200);
  assert.deepEqual(hinted, []);
  assert.deepEqual(counted, ["aftership unreadable", "easypost nothing"]);
});

test("the same sent again is taken once, and what could not be taken is taken when it comes again", async () => {
  let isAway = true;
  const { call, hinted, counted } = openHook(() => isAway);
  const signed = callOf("17track", sent["17track"]);
  assert.equal((await call("bot_1/to-17track", signed)).status, 500);
  isAway = false;
  for (let times = 0; times < 3; times += 1) {
    assert.equal((await call("bot_1/to-17track", signed)).status, 200);
  }
  assert.equal(hinted.length, 1);
  assert.deepEqual(counted, ["17track hint", "17track repeated", "17track repeated"]);
});

test("where too many wait a carrier is asked to come again, and what was taken of it is not taken twice", async () => {
  let isFull = true;
  const { call, hinted, counted } = openHook(undefined, () => isFull);
  const signed = callOf("17track", sent["17track"]);
  const refused = await call("bot_1/to-17track", signed);
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "60"]);
  assert.deepEqual(hinted, []);
  isFull = false;
  assert.equal((await call("bot_1/to-17track", signed)).status, 200);
  assert.equal(hinted.length, 1);
  assert.deepEqual(counted, ["17track full", "17track hint"]);
});
