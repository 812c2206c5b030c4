import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { newToken } from "../../secrets/token.ts";
import { bot } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";
import { type Seed, startTestServer } from "../server.fixture.ts";
import type { ServerOptions } from "../start-server.ts";

/** A server whose admin API is called by operators with each role on its bot. */
export async function startAdminServer(
  t: TestContext,
  options: Partial<ServerOptions> = {},
  seed?: Seed,
) {
  const ownOrigins = (port: number) => [`http://localhost:${port}`];
  const server = await startTestServer(t, { ownOrigins, ...options }, seed);
  const origin = server.url.replace("127.0.0.1", "localhost");
  const cookies = new Map<Role, Promise<string>>();
  const cookieOf = (role: Role) => {
    const known = cookies.get(role) ?? signIn(server.store, origin, role);
    cookies.set(role, known);
    return known;
  };
  return {
    ...server,
    /** Calls a route below the bot's; writes carry what a page of ours would send. */
    async call(
      role: Role,
      route: string,
      {
        body,
        signal,
        headers,
      }: { body?: object; signal?: AbortSignal; headers?: Record<string, string> } = {},
    ): Promise<Response> {
      const [method = "GET", path = ""] = route.split(" ");
      return fetch(`${server.url}/api/v1/bots/${bot.id}${path}`, {
        method,
        headers: {
          Cookie: await cookieOf(role),
          Origin: origin,
          ...headers,
          ...(body && { "Content-Type": "application/json" }),
        },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
    },
  };
}

/** The cookies of somebody with this role on the bot. */
export async function signIn({ operators }: Store, origin: string, role: Role): Promise<string> {
  const email = `${role}@shop.example`;
  const operator = await operators.create({ name: role, email, administrator: false });
  await operators.grantRole(bot.id, operator.id, role);
  const token = newToken();
  const link = { token, livesForS: 60, createdBy: "test", operatorId: operator.id };
  await operators.createLink(link);
  const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ token }),
  });
  assert.equal(response.status, 200);
  const cookies = response.headers.getSetCookie();
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

/** A JSON answer, whatever its shape. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
export async function json(response: Response): Promise<any> {
  return response.json();
}
