import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import type { Demand } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import { contract } from "@meetbot/admin-api/contract.ts";
import { type Rank, type Role, type Scope, scopes } from "@meetbot/model/operator.ts";
import { hashToken, newToken } from "../../secrets/token.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const adminToken = randomBytes(32).toString("hex");
const otherBot = { ...bot, id: "bot_other", name: "Another shop" };

/** Callers with and without access to the admin API. */
type CallerName =
  | Rank
  | "nobody"
  | "owner of another bot"
  | "administrator"
  | "admin token"
  | "token of the owner without scopes"
  | "token of the owner with all scopes";

const callers: CallerName[] = [
  "nobody",
  "owner of another bot",
  "viewer",
  "editor",
  "owner",
  "administrator",
  "admin token",
  "token of the owner without scopes",
  "token of the owner with all scopes",
];

interface Described {
  method: string;
  path: string;
  demand: Demand;
}

async function startAdmin(t: TestContext) {
  const ownOrigins = (port: number) => [`http://localhost:${port}`];
  const server = await startTestServer(t, { adminToken, ownOrigins });
  const { operators } = server.store;
  await server.store.bots.create(otherBot, { signingSecret: "whsec_o", identitySecret: "o" });
  const origin = server.url.replace("127.0.0.1", "localhost");

  async function signIn(name: string, role: Role | null, botId = bot.id) {
    const email = `${name.replaceAll(" ", "-")}@shop.example`;
    const operator = await operators.create({ name, email, administrator: role === null });
    if (role) await operators.grantRole(botId, operator.id, role);
    const token = newToken();
    await operators.createLink({ token, livesForS: 60, createdBy: "t", operatorId: operator.id });
    const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify({ token }),
    });
    assert.equal(response.status, 200, await response.text());
    const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    return { operator, headers: { Cookie: cookie.join("; "), Origin: origin } };
  }

  async function giveToken(operatorId: string, scopes: Scope[]) {
    const token = newToken();
    await server.store.operators.database
      .insertInto("apiTokens")
      .values({
        tokenId: `token_${token.slice(0, 6)}`,
        tokenHash: hashToken(token),
        operatorId,
        name: "a script",
        scopes,
        botId: null,
        expiresAt: null,
      })
      .execute();
    return { Authorization: `Bearer ${token}` };
  }

  return { ...server, origin, signIn, giveToken };
}

async function routesOf(url: string): Promise<Described[]> {
  const response = await fetch(`${url}/api/openapi.json`);
  const document = (await response.json()) as {
    paths: Record<string, Record<string, { "x-meetbot-demand": Demand }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      demand: operation["x-meetbot-demand"],
    })),
  );
}

const ranks = { viewer: 1, editor: 2, owner: 3 } as const;

/** What a route must say to a caller before it looks at anything else; `null`: it lets them in. */
function refusalOf({ path, demand }: Described, caller: CallerName): number | null {
  if (caller === "nobody") return 401;
  const isOfBot = path.includes("{bot_id}");
  if (caller === "owner of another bot" && isOfBot) return 404;
  const isToken = caller.includes("token");
  if (isToken && demand.session) return 403;
  if (caller === "administrator" || caller === "admin token") return null;
  if (demand.role === "administrator") return 403;
  const role = isToken || caller === "owner of another bot" ? "owner" : (caller as Rank);
  if (demand.role !== "operator" && ranks[role] < ranks[demand.role]) return 403;
  return caller === "token of the owner without scopes" ? 403 : null;
}

test("each route of the contract answers: none is promised and forgotten", async (t) => {
  const { url } = await startAdmin(t);
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, object>>;
  };
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const promised = Object.values(contract).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(
    promised.filter((route) => !served.includes(route)),
    [],
  );
});

test("the contract says which routes answer only so often", async (t) => {
  const { url } = await startAdmin(t);
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { responses: Record<string, object> }>>;
  };
  const limited = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => responses["429"])
      .map(([method]) => `${method} ${path.replace(/^\/api\/v1/, "")}`),
  );
  assert.deepEqual(limited.sort(), [
    "get /bots/{bot_id}/conversations/{conversation_id}/draft",
    "post /bots/{bot_id}/conversations/{conversation_id}/cards",
    "post /bots/{bot_id}/conversations/{conversation_id}/look-up",
    "post /bots/{bot_id}/pushes/test",
    "post /bots/{bot_id}/queries",
    "post /bots/{bot_id}/runs",
    "put /me/password",
  ]);
});

test("every route of the admin API asks who calls before anything else", async (t) => {
  const { url, signIn, giveToken } = await startAdmin(t);
  const owner = await signIn("owner", "owner");
  const headersOf: Record<CallerName, Record<string, string>> = {
    nobody: {},
    "owner of another bot": (await signIn("other", "owner", otherBot.id)).headers,
    viewer: (await signIn("viewer", "viewer")).headers,
    editor: (await signIn("editor", "editor")).headers,
    owner: owner.headers,
    administrator: (await signIn("administrator", null)).headers,
    "admin token": { Authorization: `Bearer ${adminToken}` },
    "token of the owner without scopes": await giveToken(owner.operator.id, []),
    "token of the owner with all scopes": await giveToken(owner.operator.id, [...scopes]),
  };
  const routes = await routesOf(url);
  assert(routes.length > 2, "the description has no routes");
  for (const route of routes) {
    assert(route.demand, `${route.method} ${route.path} demands nothing`);
    for (const caller of callers) {
      const expected = refusalOf(route, caller);
      // What lets a caller in is tried with reading only: a write would change the bot.
      if (expected === null && route.method !== "GET") continue;
      const path = route.path.replace("{bot_id}", bot.id).replace(/\{\w+\}/g, "unknown");
      const response = await fetch(`${url}/api/v1${path}`, {
        method: route.method,
        headers: headersOf[caller],
        // Not even JSON: a caller without access gets that error, not one about the body.
        ...(route.method !== "GET" && { body: "{" }),
      });
      const what = `${route.method} ${route.path} as ${caller}`;
      if (expected === null) {
        assert(![401, 403].includes(response.status), `${what}: ${response.status}`);
        await response.body?.cancel();
        continue;
      }
      assert.equal(response.status, expected, what);
      assert.equal(response.headers.get("content-type"), "application/problem+json", what);
      const { code } = (await response.json()) as { code: string };
      const codes = {
        401: ["not_signed_in"],
        403: ["session_required", "role_too_low", "scope_missing"],
        404: ["not_found"],
      };
      assert(codes[expected as 401].includes(code), `${what}: ${code}`);
    }
  }
});

test("a bot that is not there and one without a role on it are told alike", async (t) => {
  const { url, signIn } = await startAdmin(t);
  const { headers } = await signIn("owner", "owner");
  const tell = async (botId: string) => {
    const response = await fetch(`${url}/api/v1/bots/${botId}`, { headers });
    const { request_id: _, ...problem } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, problem };
  };
  assert.deepEqual(await tell(otherBot.id), await tell("bot_nowhere"));
});

test("an admin token of fewer than 32 characters opens nothing", async (t) => {
  const short = "a".repeat(31);
  const server = await startTestServer(t, { adminToken: short });
  const headers = { Authorization: `Bearer ${short}` };
  assert.equal((await fetch(`${server.url}/api/v1/bots`, { headers })).status, 401);
  assert(server.logged.some((line) => line.includes("MEETBOT_ADMIN_TOKEN")));
});

test("a token that may touch one bot sees that one only", async (t) => {
  const { url, signIn, giveToken, store } = await startAdmin(t);
  const { operator } = await signIn("administrator", null);
  const headers = await giveToken(operator.id, ["bots:read"]);
  await store.operators.database.updateTable("apiTokens").set({ botId: bot.id }).execute();
  const list = (await (await fetch(`${url}/api/v1/bots`, { headers })).json()) as {
    data: { bot_id: string }[];
  };
  assert.deepEqual(
    list.data.map(({ bot_id }) => bot_id),
    [bot.id],
  );
  assert.equal((await fetch(`${url}/api/v1/bots/${otherBot.id}`, { headers })).status, 404);
});
