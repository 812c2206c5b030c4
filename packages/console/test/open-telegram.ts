import type { TestContext } from "node:test";
import { telegram } from "../../meetbot/src/channels/telegram/telegram.ts";
import { linkOn } from "../../meetbot/src/operations/channels/connect-link.ts";
import { connectTelegram } from "../../meetbot/src/operations/channels/telegram/connect-bot.ts";
import {
  customer,
  publicUrl,
  shopBot,
  startShopTelegram,
} from "../../meetbot/src/server/admin-api/telegram/telegram.fixture.ts";
import { botId, type prepareConsoles } from "./open-console.ts";

export const path = `/bots/${botId}/channels/telegram`;
export { customer, publicUrl, shopBot };

/** The bot's link on Telegram. */
export const onTelegram = linkOn(telegram, botId);

/** A console whose Telegram is on this machine. */
export async function openTelegram(
  t: TestContext,
  startConsole: ReturnType<typeof prepareConsoles>,
) {
  let url = "";
  const simulator = await startShopTelegram(t, () => url);
  // Telegram takes https only, over which the browser here does not come.
  const ownOrigins = (port: number) => [publicUrl, `http://localhost:${port}`];
  const server = await startConsole(t, { ownOrigins, apiUrls: { telegram: simulator.url } });
  url = server.url;
  return {
    ...server,
    simulator,
    /** The Telegram bot, connected beside the console. */
    async connect() {
      const { links } = server.store.channels;
      const api = telegram.openApi(simulator.url);
      await connectTelegram(botId, shopBot.token, { links, api, publicBase: publicUrl });
    },
    /** The customer writes, and Telegram does not take what the bot answers. */
    async failOne() {
      const description = "Bad Request: BUTTON_URL_INVALID";
      simulator.meetNext({ error: { code: 400, description } });
      await simulator.say(shopBot.id, customer, "hello");
    },
  };
}
