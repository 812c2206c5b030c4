import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { type Sabotage, secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import type { Role } from "@meetbot/model/operator.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newToken } from "../../../secrets/token.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startTestServer } from "../../server.fixture.ts";

/** A response whose JSON tests look into. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it
export type Told = Omit<Response, "json"> & { json(): Promise<any> };

/** A server with a bot whose shop is on this machine, and a way to call its admin API. */
export async function startWebhookServer(t: TestContext, sabotage: Sabotage = {}) {
  const adminToken = randomBytes(32).toString("hex");
  const endpoint = await startShop(t, sabotage);
  const server = await startTestServer(t, {
    adminToken,
    outboundAllow: () => parseAllowList([new URL(endpoint).host]),
    ownOrigins: (port) => [`http://localhost:${port}`],
  });
  const { bots, operators } = server.store;
  const botId = "bot_shop";
  const secrets = { signingSecret: secret, identitySecret: "whsec_aWRlbnRpdHkgc2VjcmV0" };
  await bots.create({ ...bot, id: botId, endpoint }, secrets);
  const origin = server.url.replace("127.0.0.1", "localhost");

  async function headersOf(role: Role | null): Promise<Record<string, string>> {
    if (role === null) return { Authorization: `Bearer ${adminToken}` };
    const email = `${role}-${newToken().slice(0, 6)}@shop.example`;
    const operator = await operators.create({ name: role, email, administrator: false });
    await operators.grantRole(botId, operator.id, role);
    const token = newToken();
    await operators.createLink({ token, livesForS: 60, createdBy: "t", operatorId: operator.id });
    const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify({ token }),
    });
    assert.equal(response.status, 200);
    const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    return { Cookie: cookies.join("; "), Origin: origin };
  }

  return {
    ...server,
    botId,
    endpoint,
    /** Returns a function that calls a route below the bot, with the admin token or as an operator with a role. */
    async as(role: Role | null) {
      const headers = await headersOf(role);
      return (method: string, path: string, body?: object, signal?: AbortSignal): Promise<Told> =>
        fetch(`${origin}/api/v1${path.replace("~", `/bots/${botId}`)}`, {
          method,
          headers: { ...headers, ...(body && { "Content-Type": "application/json" }) },
          ...(body && { body: JSON.stringify(body) }),
          ...(signal && { signal }),
        });
    },
  };
}

export interface StreamEvent {
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  data: any;
}

/** The events of a whole stream. */
export async function readStream(response: Told): Promise<StreamEvent[]> {
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const text = await response.text();
  return text
    .split("\n\n")
    .filter((block) => block.includes("data:"))
    .map((block) => ({
      event: /^event: ?(.*)$/m.exec(block)?.[1] ?? "",
      data: JSON.parse(/^data: ?(.*)$/m.exec(block)?.[1] ?? "null"),
    }));
}
