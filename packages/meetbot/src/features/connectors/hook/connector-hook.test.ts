import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { connectors } from "@meetbot/connectors";
import { Hono } from "hono";
import { parseHook } from "../host/parse-hook.ts";
import { connectorHook } from "./connector-hook.ts";

const secret = "the-secret-of-the-app";
const config = { shop: "my-shop", clientId: "id", clientSecret: secret };
const order = JSON.stringify({
  ...{ name: "#1001", email: "jon@shop.example", financial_status: "paid" },
  ...{ created_at: "2026-01-05T09:00:00Z", updated_at: "2026-01-05T09:10:00Z" },
});

/** The door of one bot, whose shop is on Shopify. */
function openHook(state: { isFull?: boolean; isAway?: boolean; config?: object } = {}) {
  const taken: string[][] = [];
  const warned: object[] = [];
  const counted: string[] = [];
  let [read, opened] = [0, 0];
  const { path, refuseStrangers, hook } = connectorHook(
    {
      connections: {
        isHookToken: async (botId, token) => token === `of-${botId}`,
        async open(botId) {
          opened += 1;
          return botId === "bot_1" ? { name: "shopify", version: "1", config } : null;
        },
      },
      hear: (_, given, call) => parseHook(connectors.shopify, { ...given, ...state.config }, call),
      async take(_, pushes) {
        if (state.isAway) throw new Error("the database is away");
        if (state.isFull) return "full";
        taken.push(pushes.map(({ body }) => body));
        return "taken";
      },
      onPush: (outcome) => void counted.push(outcome),
      log: { warn: (fields: object) => void warned.push(fields) },
    },
    { strangerOf: () => null, onTurnedAway() {} },
  );
  const app = new Hono();
  app.onError((_, c) => c.text("", 500));
  const count = async (_: unknown, next: () => Promise<void>) => {
    read += 1;
    await next();
  };
  app.post(path, refuseStrangers, count, hook);
  const call = (to: string, body = order, changed: Record<string, string> = {}) =>
    app.request(`/connectors/${to}`, {
      method: "POST",
      body,
      headers: {
        "x-shopify-topic": "orders/paid",
        "x-shopify-shop-domain": "my-shop.myshopify.com",
        "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
        ...changed,
      },
    });
  return { call, taken, warned, counted, state, read: () => read, opened: () => opened };
}

test("what a platform signs is a push of its own bot", async () => {
  const { call, taken, counted, opened } = openHook();
  assert.equal((await call("bot_1/of-bot_1")).status, 200);
  assert.equal(opened(), 1, "the sealed key is opened once");
  assert.deepEqual(counted, [], "by who takes it");
  const [pushes = []] = taken;
  assert.deepEqual(
    pushes.map((push) => {
      const { request, recipient, params } = JSON.parse(push);
      return [request.method, recipient, params.order_number, params.status];
    }),
    [["order.changed", { account: "jon@shop.example" }, "1001", "paid"]],
  );
});

test("whoever does not know the address is refused before a body is read, and whoever does not sign after it", async () => {
  const { call, taken, warned, counted, read, state } = openHook();
  for (const to of ["bot_1/guessed", "bot_1/of-bot_2", "bot_2/of-bot_1", "bot_2/of-bot_2"]) {
    assert.equal((await call(to)).status, 404, to);
  }
  assert.equal(read(), 0);
  const codeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { error: { code: string } }).error.code,
  ];
  const forged = { "x-shopify-hmac-sha256": "AAAA" };
  assert.deepEqual(await codeOf(await call("bot_1/of-bot_1", order, forged)), [
    401,
    "bad_signature",
  ]);
  const other = { "x-shopify-shop-domain": "other.myshopify.com" };
  assert.deepEqual(await codeOf(await call("bot_1/of-bot_1", order, other)), [401, "other_shop"]);
  assert.deepEqual(await codeOf(await call("bot_1/of-bot_1", "{")), [400, "unreadable"]);
  state.config = { clientId: "", clientSecret: "" };
  assert.deepEqual(await codeOf(await call("bot_1/of-bot_1")), [401, "no_secret"]);
  assert.deepEqual(taken, []);
  assert.deepEqual(counted, Array(4).fill("refused"));
  assert.deepEqual(warned, [{ bot: "bot_1", fault: "bad_signature" }], "once a minute");
});

test("what is of no news is taken, and what could not be taken is to come again", async () => {
  const { call, taken, state } = openHook();
  const topic = { "x-shopify-topic": "products/update" };
  assert.equal((await call("bot_1/of-bot_1", "{}", topic)).status, 200);
  assert.deepEqual(taken, [[]]);
  state.isFull = true;
  const full = await call("bot_1/of-bot_1");
  assert.deepEqual([full.status, full.headers.get("retry-after")], [503, "30"]);
  state.isAway = true;
  assert.equal((await call("bot_1/of-bot_1")).status, 500);
});
