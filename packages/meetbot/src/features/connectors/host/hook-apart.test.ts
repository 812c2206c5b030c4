import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { newSecret, verifyRequest } from "@meetbot/protocol";
import { serveApart } from "./serve-apart.ts";

const clientSecret = "the-secret-of-the-app";
const pushSecret = newSecret();
const order = JSON.stringify({
  ...{ name: "#1001", email: "jon@shop.example", financial_status: "paid" },
  ...{ created_at: "2026-01-05T09:00:00Z", updated_at: "2026-01-05T09:10:00Z" },
});

test("a connector of its own passes on what the platform signs, as pushes signed for Meetbot", async (t) => {
  const state = { isAway: false };
  const pushed: string[] = [];
  const problems: string[] = [];
  const allow = parseAllowList([]);
  const agent = createMerchantAgent(createEndpointGuard({ allow: () => allow, ownPort: 0 }));
  t.after(() => agent.close());
  const served = await serveApart({
    ...{ name: "shopify", config: { shop: "my-shop", clientId: "id", clientSecret } },
    ...{ signingSecrets: [newSecret()], host: "127.0.0.1", port: 0, agent },
    onError: (problem) => void problems.push(problem),
    push: {
      ...{ url: "https://chat.example", botId: "bot_1", pushSecret },
      sleep: async () => {},
      async fetch(input, init) {
        const request = new Request(input, init);
        if (state.isAway) throw new TypeError("fetch failed");
        const [body, { url, headers }] = [await request.text(), request];
        assert(verifyRequest({ body, headers, secrets: pushSecret }).valid);
        pushed.push(url, JSON.parse(body).params.status);
        return Response.json({ success: true, object: "push", id: "x", recipients: 1 });
      },
    },
  });
  t.after(served.close);
  const call = async (body: string, changed: Record<string, string> = {}, query = "") => {
    const headers = {
      "x-shopify-topic": "orders/paid",
      "x-shopify-shop-domain": "my-shop.myshopify.com",
      "x-shopify-hmac-sha256": createHmac("sha256", clientSecret).update(body).digest("base64"),
      ...changed,
    };
    return (await fetch(`${served.hookUrl}${query}`, { method: "POST", headers, body })).status;
  };
  assert.equal(await call(order), 200);
  assert.deepEqual(pushed.splice(0), ["https://chat.example/push/bot_1", "paid"]);
  assert.equal(await call(order, {}, "?from=shopify"), 200);
  assert.equal(pushed.splice(0).length, 2);
  assert.equal(await call(order, { "x-shopify-hmac-sha256": "AAAA" }), 401);
  assert.equal(await call("{"), 400);
  assert.equal(await call(`${order}${" ".repeat(1024 * 1024)}`), 413);
  assert.equal((await fetch(served.hookUrl ?? "")).status, 405);
  // The webhook itself answers beside it.
  assert.equal((await fetch(served.url, { method: "POST", body: "{}" })).status, 401);
  assert.deepEqual(pushed, []);
  state.isAway = true;
  assert.equal(await call(order), 503);
  assert.deepEqual(problems, [
    ...["webhook: bad_signature", "webhook: unreadable", "webhook: too_large"],
    "webhook: not_passed_on",
  ]);
});
