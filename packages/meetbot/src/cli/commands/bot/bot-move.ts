import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { type Config, readConfig } from "../../../config.ts";
import { type MovedBot, moveBotTo } from "../../../operations/move/move-bot-to.ts";
import type { LedChannel } from "../../../operations/move/repoint-channels.ts";
import { createLogger } from "../../options/storage.ts";

interface Options {
  to: string;
  json?: true;
}

/** `meetbot bot move`: moves a bot to another installation, with all its conversations. */
export function addMoveCommand(bot: Command): void {
  bot
    .command("move")
    .description(
      "Move a bot with all that belongs to it to another Meetbot, beside running servers.",
    )
    .argument("<id>")
    .requiredOption(
      "--to <file>",
      "a file with the `MEETBOT_…` variables of the other Meetbot, as `meetbot init` writes it",
    )
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nThis machine must reach both databases. Nobody can write to the bot while it moves, about half a second for each thousand conversations. Where it ends in between, run it again: until then the bot is on one of the two sides, or waits for that.",
    )
    .action(move);
}

async function move(id: string, { to: file, json }: Options): Promise<void> {
  const to = await readOther(file);
  const apiUrls = { messenger: to.graphUrl, telegram: to.telegramUrl };
  const from = readConfig(process.env);
  const moved = await moveBotTo(id, { from, to, apiUrls }, createLogger("warn"));
  if (json) printJson(inJson(id, moved));
  else print(...linesOf(id, moved));
}

/**
 * Reads the other installation's configuration from the file alone, so that none of this installation's settings is
 * used for it.
 */
async function readOther(file: string): Promise<Config> {
  const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(
      `${file} cannot be read (${code}). Name the file that the other Meetbot's variables stand in.`,
    );
  });
  return readConfig(parseEnv(text));
}

function inJson(id: string, { move, url, channels }: MovedBot) {
  const counts =
    move.outcome === "moved"
      ? {
          ...{ tables: move.tables, rows: move.rows },
          ...{ resumed: move.isResumed, paused_ms: move.pausedMs },
        }
      : {};
  const led = channels.map(({ name, outcome, webhookUrl }) => ({
    ...{ channel: name, outcome, webhook_url: webhookUrl },
  }));
  return { bot: id, outcome: move.outcome, ...counts, url, channels: led };
}

function linesOf(id: string, { move, url, channels }: MovedBot): string[] {
  return [
    move.outcome === "moved"
      ? `${id} is on the other side: ${move.rows} rows of ${move.tables} tables. For ${move.pausedMs} ms nobody could write to it.`
      : `${id} was moved before, and is on the other side.`,
    url === null
      ? "Its address is the same: lead the paths of the bot to the other side in your proxy now. Until then this side answers 503, and callers try again."
      : `This side forwards to ${url} what still comes here. Give shop pages, pushes, carriers and shop platforms the new address before you end this server.`,
    ...channels.map((channel) => channelLine(id, channel)),
    "People, their rights and their tokens stayed: give rights to the bot on the other side.",
  ];
}

function channelLine(id: string, { name, outcome, webhookUrl }: LedChannel): string {
  switch (outcome) {
    case "led":
      return `${name}: its events go to the new address.`;
    case "refused":
      return `${name}: the platform did not take the new address. On the other side, look with: meetbot channel ${name} status --bot ${id}`;
    case "by_hand":
      return `${name}: set the callback URL in the platform's dashboard to ${webhookUrl}; the verify token stays.`;
  }
}
