import type { TestContext } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { startGraphSimulator } from "../../../graph-simulator/start-graph-simulator.ts";
import { bot } from "../../../store/store.fixture.ts";
import { app, page, verifyToken } from "../../webhooks/messenger.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

export const other = { id: "5647382910", name: "Another shop", token: "another page token" };

/** What an operator gives to connect the simulated page. */
export const wish = {
  page_id: page.id,
  page_token: page.token,
  app_secret: app.secret,
  verify_token: verifyToken,
};

/** An admin API with Meta's side on this machine. */
export async function startPageArea(t: TestContext) {
  const graph = await startGraphSimulator({ app, pages: [page, other] });
  t.after(() => graph.close());
  const server = await startAdminServer(t, { apiUrls: { messenger: graph.url } });
  const say = async (role: Role, route: string, body?: object) => {
    const response = await server.call(role, route, body ? { body } : {});
    return { status: response.status, said: response.status === 204 ? null : await json(response) };
  };
  return {
    ...server,
    graph,
    say,
    connect: (changes: Partial<typeof wish> = {}, role: Role = "owner") =>
      say(role, "PUT /messenger/page", { ...wish, ...changes }),
    /** Meta sends what happens on the page here. */
    listen: () =>
      graph.connectWebhook({ url: `${server.url}/channels/messenger/${bot.id}`, verifyToken }),
  };
}
