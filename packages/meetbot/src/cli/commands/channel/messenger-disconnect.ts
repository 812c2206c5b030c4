import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { disconnectLink } from "../../../operations/channels/connect-link.ts";
import { explainRefusal } from "../../../operations/channels/messenger/explain-problem.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { graphOf } from "./messenger-connect.ts";

/** `meetbot channel messenger disconnect`: disconnects a page from its bot. */
export function addDisconnectCommand(messenger: Command): void {
  messenger
    .command("disconnect")
    .description("Let a page speak through its bot no more, and delete its secrets.")
    .requiredOption("--bot <id>", "which bot")
    .action(disconnect);
}

async function disconnect({ bot: botId }: { bot: string }): Promise<void> {
  const disconnected = await withStore(async ({ bots, channels }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    return disconnectLink(botId, { channel: messenger, links: channels.links, api: graphOf() });
  });
  if (!disconnected) throw noPage(botId);
  const { link, ended } = disconnected;
  print(`The page ${link.externalId} is disconnected, and its secrets are deleted.`);
  if (ended.ok) return;
  note(`${explainRefusal("unsubscribe", ended)} Until then its events are answered with 404.`);
}

/** The bot has no page. */
export function noPage(botId: string): CommandError {
  return new CommandError(
    `No page is connected to ${botId}. Connect one with: meetbot channel messenger connect --bot ${botId} …`,
  );
}
