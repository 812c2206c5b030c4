import { randomBytes } from "node:crypto";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Hono } from "hono";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { setOutage } from "../shop/set-outage.ts";
import type { DemoShop } from "../shop/start-shop.ts";
import { connectPage, demoPageId, leavePage, refuseOtherPage } from "./connect-page.ts";
import { openThread } from "./thread.ts";
import { createThreadPages } from "./thread-pages.ts";

/** A simulated Messenger on this machine: Meta's side, with a page connected to the demo bot. */
export interface DemoMessenger {
  /** The URL at which the server calls the Graph API. */
  graphUrl: string;
  /** The thread as a page of the demo. */
  pages: Hono;
  /** Starts sending customers' actions to this server, as Meta does. */
  connectServer(url: string): Promise<void>;
  /** Ends the browsers' event streams, which would otherwise keep the server from closing. */
  leave(): void;
  close(): Promise<void>;
}

const appId = "1517776481860111";

/**
 * Opens the simulated Messenger and connects its page with new secrets. Throws a {@link CommandError} if the bot
 * already has a page.
 */
export async function openMessenger(
  pages: ChannelLinks,
  bot: Bot,
  { email, shopOf }: { email: string; shopOf: () => DemoShop | undefined },
): Promise<DemoMessenger> {
  await refuseOtherPage(pages, bot.id);
  const newSecret = () => randomBytes(24).toString("hex");
  const [token, appSecret, verifyToken] = [newSecret(), newSecret(), newSecret()];
  const webhookPath = `/channels/messenger/${bot.id}`;
  const thread = await openThread({
    app: { id: appId, secret: appSecret },
    page: { id: demoPageId, name: bot.name, token },
    webhookPath,
    email,
    async silenceShop(isSilent) {
      const shop = shopOf();
      if (shop) await setOutage(shop.url, { mode: isSilent ? "slow" : "up" });
    },
  });
  const { graph } = thread;
  const connection = { pageId: demoPageId, appId, token, appSecret, verifyToken };
  await connectPage(pages, bot, connection, graph.url).catch(async (error: unknown) => {
    await thread.close();
    throw error;
  });
  const leaving = new AbortController();
  return {
    graphUrl: graph.url,
    pages: createThreadPages(thread, leaving.signal),
    async connectServer(url) {
      const webhook = { url: `${url}${webhookPath}`, verifyToken };
      if (await graph.connectWebhook(webhook)) return;
      throw new CommandError("The demo's webhook did not answer the simulated Messenger.");
    },
    leave: () => leaving.abort(),
    async close() {
      await thread.close();
      await leavePage(pages, bot.id);
    },
  };
}
