import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { hashToken } from "../../../secrets/token.ts";
import type { Bridge, DeskEvent } from "../form/bridge.ts";
import { bridgeHook } from "./bridge-hook.ts";

/** Parses a request of a desk whose signature is its bare secret; returns what the body holds. */
const hear: Bridge["hear"] = ({ headers, body }, { secret }) => {
  const signature = headers.get("x-signature");
  if (signature === null) return { fault: "unsigned" };
  if (signature !== secret) return { fault: "bad_signature" };
  if (body.length === 0) return { fault: "unreadable" };
  return JSON.parse(body.toString());
};

/** The door, of one bot whose desk has the token `right`. */
function openHook() {
  const came: [string, DeskEvent][] = [];
  const counted: string[] = [];
  const warned: object[] = [];
  const { path, refuseStrangers, hook } = bridgeHook(
    {
      bridges: {
        async reach(botId, options) {
          assert.equal(options?.isOn, true);
          if (botId !== "bot_1") return null;
          return { kind: "email", secrets: { secret: "s3cret" }, hookHash: hashToken("right") };
        },
      },
      kinds: { email: { hear } },
      async hear(botId, heard) {
        came.push([botId, heard]);
        return "said";
      },
      onHeard: (kind, outcome) => void counted.push(`${kind} ${outcome}`),
      log: { warn: (fields: object) => void warned.push(fields) },
    },
    { strangerOf: () => null, onTurnedAway() {} },
  );
  let read = 0;
  const app = new Hono().post(
    path,
    refuseStrangers,
    async (_, next) => {
      read += 1;
      await next();
    },
    hook,
  );
  const call = async (to: string, body: unknown, signature: string | null = "s3cret") => {
    const response = await app.request(`/bridges/${to}`, {
      method: "POST",
      body: body === null ? "" : JSON.stringify(body),
      ...(signature !== null && { headers: { "x-signature": signature } }),
    });
    return response.status;
  };
  return { came, counted, warned, call, read: () => read };
}

const said = (id: string) =>
  ({ kind: "said", place: { conversation: "7" }, id, name: "Ada", text: "Good morning" }) as const;

test("what a desk signs is done in its order, in the conversation's bot", async () => {
  const { came, counted, call } = openHook();
  assert.equal(await call("bot_1/right", [said("1"), said("2")]), 200);
  assert.deepEqual(came, [
    ["bot_1", said("1")],
    ["bot_1", said("2")],
  ]);
  assert.deepEqual(counted, ["email said", "email said"]);
});

test("whoever does not know the address is refused before a body is read, and whoever does not sign after it", async () => {
  const { came, counted, warned, call, read } = openHook();
  for (const to of ["bot_1/wrong", "bot_2/right", "bot_1/Right"]) {
    assert.equal(await call(to, [said("1")]), 404, to);
  }
  assert.equal(read(), 0);
  assert.equal(await call("bot_1/right", [said("1")], null), 401);
  assert.equal(await call("bot_1/right", [said("1")], "guess"), 401);
  assert.equal(await call("bot_1/right", null), 400);
  assert.deepEqual(came, []);
  assert.deepEqual(counted, ["email unsigned", "email bad_signature", "email unreadable"]);
  assert.deepEqual(warned, [{ bot: "bot_1", kind: "email", fault: "unsigned" }], "once a minute");
});

test("of one request fifty things are done at most", async () => {
  const { came, call } = openHook();
  const many = Array.from({ length: 60 }, (_, n) => said(String(n)));
  assert.equal(await call("bot_1/right", many), 200);
  assert.equal(came.length, 50);
});
