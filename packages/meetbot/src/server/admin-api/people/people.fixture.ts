import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import type { Operator, Role } from "@meetbot/model/operator.ts";
import { newToken } from "../../../secrets/token.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startTestServer } from "../../server.fixture.ts";

const adminToken = randomBytes(32).toString("hex");

export const otherBot = { ...bot, id: "bot_other", name: "Another shop" };

/** Somebody who is signed in, and calls the admin API. */
export interface Person {
  operator: Operator;
  cookie: string;
}

/** A server with two bots, and people to call its admin API as. */
export async function startPeople(t: TestContext) {
  const ownOrigins = (port: number) => [`http://localhost:${port}`];
  const server = await startTestServer(t, { adminToken, ownOrigins });
  const { operators, bots } = server.store;
  await bots.create(otherBot, { signingSecret: "whsec_o", identitySecret: "o" });
  const origin = server.url.replace("127.0.0.1", "localhost");

  async function open(link: string, body: object = {}, cookie = "") {
    const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, Cookie: cookie },
      body: JSON.stringify({ token: link.split("#")[1] ?? link, ...body }),
    });
    const said = (await response.json()) as { code?: string };
    const given = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    return { status: response.status, said, cookie: given.join("; ") };
  }

  /** Calls as somebody, or with the admin token. */
  async function call(as: Person | string | null, route: string, body?: object) {
    const [method = "GET", path = ""] = route.split(" ");
    const who = as === null ? adminToken : as;
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(typeof who === "string"
          ? { Authorization: `Bearer ${who}` }
          : { Cookie: who.cookie, Origin: origin }),
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
    const said: any = text === "" ? null : JSON.parse(text);
    return { status: response.status, said, code: said?.code as string | undefined };
  }

  /** Somebody signed in: an administrator, or with roles on bots. */
  async function person(name: string, roles: Record<string, Role> | "administrator") {
    const administrator = roles === "administrator";
    const email = `${name}@shop.example`;
    const operator = await operators.create({ name, email, administrator });
    for (const [botId, role] of administrator ? [] : Object.entries(roles)) {
      await operators.grantRole(botId, operator.id, role);
    }
    const token = newToken();
    const order = { token, livesForS: 60, createdBy: "test", operatorId: operator.id };
    await operators.createLink(order);
    const { status, cookie } = await open(token);
    assert.equal(status, 200);
    return { operator, cookie };
  }

  return { ...server, open, call, person };
}

/** Who opens an invitation says this. */
export const newcomer = { name: "New", password: "correct horse battery" };
