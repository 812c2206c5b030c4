import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { scopes } from "@meetbot/model/operator.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createWebhook, refuse, signRequest, toNodeHandler } from "@meetbot/sdk";
import { startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { givesTokens } from "../fixtures/operator-tokens.ts";

// People who work at the shop and want more than their role: the line to the shop, or its customers.

const relay = "https://relay.example/webhook";
const ownersOnly: Record<string, unknown> = {
  endpoint: relay,
  policy: "off",
  number_alone: "always",
  page_id: "another_page",
  link_page: "https://relay.example/sign-in",
  language_model: true,
  keep_conversations_days: 2,
  keep_deliveries_days: 1,
  keep_failed_messages_days: 1,
};

async function startShop(t: TestContext) {
  const server = await startAdminServer(t);
  return { ...server, byToken: givesTokens(server) };
}

async function refused(response: Response, code: string, field?: string): Promise<void> {
  const said = (await response.json()) as { code: string; errors?: { pointer: string }[] };
  assert.deepEqual([response.status, said.code], [403, code], field);
  if (field)
    assert.deepEqual(
      said.errors?.map(({ pointer }) => pointer),
      [`/${field}`],
    );
}

test("an editor neither turns the line to the shop to a relay nor lowers what customers prove", async (t) => {
  const { call, store, byToken } = await startShop(t);
  const token = await byToken("editor", scopes);
  for (const [field, value] of Object.entries(ownersOnly)) {
    const body = { contact: "call us", [field]: value };
    await refused(await call("editor", "PATCH ", { body }), "role_too_low", field);
    await refused(await token("PATCH ", body), "role_too_low", field);
  }
  assert.deepEqual(await store.bots.find(bot.id), bot);
  assert.equal((await store.bots.auditOf(bot.id, 9)).length, 1, "nothing but its creation");
  const daily = { name: "Shop", contact: "call us", origins: ["https://shop.example"] };
  assert.equal((await call("editor", "PATCH ", { body: daily })).status, 200);
});

test("an owner who walked away from the screen is asked who they are", async (t) => {
  const { call, run, store } = await startShop(t);
  assert.equal((await call("owner", "PATCH ", { body: { policy: "code" } })).status, 200);
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  for (const [field, value] of Object.entries(ownersOnly)) {
    const response = await call("owner", "PATCH ", { body: { [field]: value } });
    await refused(response, "reauthentication_required", field);
  }
  assert.deepEqual(await store.bots.find(bot.id), { ...bot, policy: "code" });
  assert.equal((await call("owner", "PATCH ", { body: { contact: "us" } })).status, 200);
});

test("a token for settings sets no endpoint: that takes the scope of keys", async (t) => {
  const { byToken, store } = await startShop(t);
  const others = scopes.filter((scope) => scope !== "keys:write");
  const token = await byToken("owner", others);
  for (const [field, value] of Object.entries(ownersOnly)) {
    await refused(await token("PATCH ", { [field]: value }), "scope_missing", field);
  }
  assert.deepEqual(await store.bots.find(bot.id), bot);
  const strong = await byToken("owner", ["bots:write", "keys:write"]);
  assert.equal((await strong("PATCH ", { policy: "code" })).status, 200);
});

const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

/** A server on this machine, under a name of its own. */
async function serve(t: TestContext, listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A shop whose webhook knows its URL, and an insider who forwards all requests they receive to it. */
async function startRelay(t: TestContext) {
  const shop: { asked: number; advice: string[]; webhook?: RequestListener } = {
    asked: 0,
    advice: [],
  };
  const url = await serve(t, (incoming, outgoing) => shop.webhook?.(incoming, outgoing));
  const answer = () => {
    shop.asked += 1;
    return refuse.orderNotFound();
  };
  const webhook = createWebhook({
    signingSecret: secret,
    url,
    orders: answer,
    packages: answer,
    diagnose: (advice) => shop.advice.push(advice),
  });
  shop.webhook = toNodeHandler(webhook);
  const seen: Record<string, string>[] = [];
  const relayUrl = await serve(t, (incoming, outgoing) => {
    const { method = "", headers } = incoming;
    seen.push(headers as Record<string, string>);
    // As the shop would see it: with its own name in Host.
    const passed = request(url, { method, headers: { ...headers, host: new URL(url).host } });
    passed.on("response", (from) => from.pipe(outgoing.writeHead(from.statusCode ?? 502)));
    incoming.pipe(passed);
  });
  return { shop, url, relayUrl, seen, webhook };
}

test("a relay between Meetbot and a webhook that knows its URL reads no order", async (t) => {
  const { shop, url, relayUrl, seen } = await startRelay(t);
  const hosts = [url, relayUrl].map((each) => new URL(each).host);
  const { call, store, run } = await startAdminServer(t, {
    outboundAllow: () => parseAllowList(hosts),
  });
  await store.operators.database.deleteFrom("bots").execute();
  await store.bots.create(bot, { signingSecret: secret, identitySecret: "i" });
  const ask = async (endpoint: string) => {
    await store.bots.change(bot.id, { endpoint });
    const body = { trial: { kind: "order", order_number: "MB7K2Q9XW4TP" } };
    const response = await call("editor", "POST /queries", { body });
    return ((await response.json()) as { answer: string }).answer;
  };
  assert.equal(await ask(url), "order_not_found");
  assert.equal(shop.asked, 1);
  assert.equal(await ask(relayUrl), "signature_refused");
  assert.equal(shop.asked, 1, "the lookup was never called");
  assert.equal(seen.length, 1);
  assert.match(shop.advice.join(), /another host than the option url names/);

  // A question that the audit cannot hold is not asked.
  await run(
    "alter table audit add constraint full_disk check (actor <> 'editor@shop.example') not valid",
  );
  await store.bots.change(bot.id, { endpoint: url });
  const body = { trial: { kind: "order", order_number: "MB7K2Q9XW4TP" } };
  assert.equal((await call("editor", "POST /queries", { body })).status, 500);
  assert.equal(shop.asked, 1);
});

test("what names the shop's host fits one query only, and nothing that a relay was sent", async (t) => {
  const { shop, url, relayUrl, webhook } = await startRelay(t);
  const nowS = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    request: {
      category: "ecommerce",
      method: "orders",
      id: "order_list_1",
      page_id: "1",
      meta: "",
    },
    params: { order_number: "MB7K2Q9XW4TP" },
  });
  const sign = (id: string, timestampS: number, to: string) =>
    signRequest({ body, secret, id, timestampS, url: to });
  const post = async (headers: Record<string, string>) =>
    (await webhook(new Request(url, { method: "POST", headers, body }))).status;
  const name = "meetbot-endpoint-signature";
  const own = { [name]: sign("order_list_1", nowS, url)[name] ?? "" };
  const relayed: Record<string, string>[] = [
    sign("order_list_1", nowS, relayUrl),
    { ...sign("order_list_2", nowS, relayUrl), ...own },
    { ...sign("order_list_1", nowS + 1, relayUrl), ...own },
    { ...sign("order_list_1", nowS, relayUrl), [name]: "" },
    { ...sign("order_list_1", nowS, relayUrl), [name]: "v1," },
    sign("order_list_1", nowS, url.replace("127.0.0.1", "localhost")),
    signRequest({ body, secret, id: "order_list_1", timestampS: nowS }),
  ];
  for (const headers of relayed) assert.equal(await post(headers), 401, JSON.stringify(headers));
  assert.equal(shop.asked, 0);
  assert.equal(await post(sign("order_list_1", nowS, url)), 200);
});
