import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Role, Scope } from "@meetbot/model/operator.ts";
import { newToken } from "../../../secrets/token.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startTestServer } from "../../server.fixture.ts";
import type { ServerOptions } from "../../start-server.ts";
import { json } from "../call-admin.fixture.ts";

export const otherBot = { ...bot, id: "bot_other", name: "Another shop" };

/** A server with two bots, and operators who call it from browsers of theirs. */
export async function startAccounts(t: TestContext, options: Partial<ServerOptions> = {}) {
  const ownOrigins = (port: number) => [`http://localhost:${port}`];
  const server = await startTestServer(t, { ownOrigins, ...options });
  const { operators, bots } = server.store;
  await bots.create(otherBot, { signingSecret: "whsec_o", identitySecret: "o" });
  const origin = server.url.replace("127.0.0.1", "localhost");

  async function makeOperator(name: string, role: Role | "administrator") {
    const email = `${name}@shop.example`;
    const isAdministrator = role === "administrator";
    const operator = await operators.create({ name, email, administrator: isAdministrator });
    if (role !== "administrator") await operators.grantRole(bot.id, operator.id, role);
    return operator;
  }

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}/api/auth${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, ...headers },
      body: JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    await response.body?.cancel();
    return { status: response.status, cookie: cookies.join("; ") };
  };

  /** Signs in, in a browser that has no cookie or another one. */
  async function signIn(operatorId: string, headers: Record<string, string> = {}) {
    const token = newToken();
    await operators.createLink({ token, livesForS: 60, createdBy: "test", operatorId });
    const { status, cookie } = await post("/one-time-link/open", { token }, headers);
    assert.equal(status, 200);
    return cookie;
  }

  const send = (route: string, headers: Record<string, string>, body?: object) => {
    const [method = "GET", path = ""] = route.split(" ");
    return fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  /** Calls the admin API from a browser, and by a token. */
  const call = (cookie: string, route: string, body?: object, headers = {}) =>
    send(route, { Cookie: cookie, Origin: origin, ...headers }, body);
  const callByToken = (token: string, route: string, body?: object) =>
    send(route, { Authorization: `Bearer ${token}` }, body);

  /** Makes an API token as the console does. */
  async function makeToken(cookie: string, scopes: Scope[], wishes: object = {}) {
    const order = { name: "a script", scopes, expires_in_days: 30, ...wishes };
    const response = await call(cookie, "POST /me/tokens", order);
    const said = await json(response);
    assert.equal(response.status, 201, JSON.stringify(said));
    return { token: said.token as string, id: said.api_token.token_id as string };
  }

  /** What is recorded of operators, oldest first, but signing in. */
  async function recorded() {
    const rows = await operators.database
      .selectFrom("operatorAudit")
      .select(["actor", "action", "detail"])
      .where("action", "not in", ["signed_in", "operator_created"])
      .orderBy("entry")
      .execute();
    return rows.map(({ actor, action, detail }) => [actor, action, detail] as const);
  }

  const addPasskey = (operatorId: string, id: string) =>
    server.run(
      `insert into operator_passkeys (id, name, user_id, credential_id, public_key, counter, device_type, backed_up)
       values ('${id}', 'Phone', '${operatorId}', 'credential-${id}', 'key', 0, 'multiDevice', true)`,
    );

  const ageSessions = () =>
    server.run("update operator_sessions set created_at = created_at - interval '16 minutes'");

  return {
    ...server,
    makeOperator,
    post,
    signIn,
    call,
    callByToken,
    makeToken,
    recorded,
    addPasskey,
    ageSessions,
  };
}

/** Why something was refused. */
export const codeOf = async (response: Response) => [response.status, (await json(response)).code];
