import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Role, Scope } from "../../src/model/operator.ts";
import { hashToken, newToken } from "../../src/secrets/token.ts";
import { startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { scopes } from "../../src/server/admin-api/contract/account.ts";
import { bot } from "../../src/store/store.fixture.ts";

// People who work at the shop and want more than their role: the line to the shop, or its customers.

const relay = "https://relay.example/webhook";
const ownersOnly: Record<string, unknown> = {
  endpoint: relay,
  policy: "off",
  number_alone: "always",
  page_id: "another_page",
  link_page: "https://relay.example/sign-in",
  keep_conversations_days: 2,
  keep_deliveries_days: 1,
  keep_failed_messages_days: 1,
};

async function startShop(t: TestContext) {
  const server = await startAdminServer(t);
  const { store, url } = server;

  /** Calls with a token of whoever has the role, that has these scopes. */
  async function byToken(role: Role, has: readonly Scope[]) {
    const email = `${role}-${newToken().slice(0, 6)}@shop.example`;
    const operator = await store.operators.create({ name: role, email, administrator: false });
    await store.operators.giveRole(bot.id, operator.id, role);
    const token = newToken();
    const row = { tokenId: token.slice(0, 9), tokenHash: hashToken(token), name: "a script" };
    await store.operators.database
      .insertInto("apiTokens")
      .values({ ...row, operatorId: operator.id, scopes: [...has], botId: null, expiresAt: null })
      .execute();
    return (route: string, body?: object) => {
      const [method = "GET", path = ""] = route.split(" ");
      const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
      return fetch(`${url}/api/v1/bots/${bot.id}${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
    };
  }
  return { ...server, byToken };
}

async function refused(response: Response, code: string, field?: string): Promise<void> {
  const said = (await response.json()) as { code: string; errors?: { pointer: string }[] };
  assert.deepEqual([response.status, said.code], [403, code], field);
  if (field) assert.deepEqual(said.errors?.map(({ pointer }) => pointer), [`/${field}`]);
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
