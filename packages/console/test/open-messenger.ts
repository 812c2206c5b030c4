import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { messenger } from "../../meetbot/src/channels/messenger/messenger.ts";
import { toConnection } from "../../meetbot/src/channels/messenger/page.ts";
import { startGraphSimulator } from "../../meetbot/src/graph-simulator/start-graph-simulator.ts";
import { linkOn } from "../../meetbot/src/operations/channels/connect-link.ts";
import { app, createUser, page } from "../../meetbot/src/server/webhooks/messenger.fixture.ts";
import { botId, type prepareConsoles } from "./open-console.ts";

export const path = `/bots/${botId}/channels/messenger`;
export { app, page };

/** The bot's link on Messenger. */
export const onMessenger = linkOn(messenger, botId);

/** A console whose Facebook Pages are on this machine. */
export async function openMessenger(
  t: TestContext,
  startConsole: ReturnType<typeof prepareConsoles>,
) {
  const graph = await startGraphSimulator({ app, pages: [page] });
  t.after(() => graph.close());
  const server = await startConsole(t, { apiUrls: { messenger: graph.url } });
  return {
    ...server,
    graph,
    /** Meta calls the webhook, and sends there what happens on the page. */
    async listen(verifyToken: string) {
      const url = `${server.url}/channels/messenger/${botId}`;
      assert.equal(await graph.connectWebhook({ url, verifyToken }), true);
    },
    /** The page, connected beside the console. */
    async connect(verifyToken = "a verify token") {
      const access = { pageId: page.id, appId: app.id, token: page.token, appSecret: app.secret };
      const facts = { name: page.name, tokenEndsAt: null };
      await server.store.channels.links.connect(
        botId,
        toConnection({ ...access, verifyToken, facts }),
      );
    },
    createUser: () => createUser(graph),
  };
}
