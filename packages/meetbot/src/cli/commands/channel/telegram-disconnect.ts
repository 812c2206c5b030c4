import { note, print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { telegram as channel } from "../../../channels/telegram/telegram.ts";
import { disconnectLink } from "../../../operations/channels/connect-link.ts";
import { explainRefusal } from "../../../operations/channels/telegram/explain-problem.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { botApi, noTelegramBot } from "./telegram-deps.ts";

/** `meetbot channel telegram disconnect`: disconnects a Telegram bot from its bot. */
export function addTelegramDisconnectCommand(telegram: Command): void {
  telegram
    .command("disconnect")
    .description("Let a Telegram bot speak for its bot no more, and delete its token.")
    .requiredOption("--bot <id>", "which bot")
    .action(disconnect);
}

async function disconnect({ bot: botId }: { bot: string }): Promise<void> {
  const disconnected = await withStore(async ({ bots, channels: { links } }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    return disconnectLink(botId, { channel, links, api: botApi() });
  });
  if (!disconnected) throw noTelegramBot(botId);
  const { link, ended } = disconnected;
  const { username = link.externalId } = link.details;
  print(`The Telegram bot ${username} is disconnected, and its token is deleted.`);
  if (ended.ok) return;
  note(`${explainRefusal("deleteWebhook", ended)} Until then its updates are answered with 404.`);
}
