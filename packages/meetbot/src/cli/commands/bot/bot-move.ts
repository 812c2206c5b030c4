import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { type Config, readConfig } from "../../../config.ts";
import { explainProblem } from "../../../operations/channels/telegram/explain-problem.ts";
import { type MovedBot, moveBotTo } from "../../../operations/move/move-bot-to.ts";
import { createLogger } from "../../options/storage.ts";

interface Options {
  to: string;
  json?: true;
}

/** `meetbot bot move`: a bot goes to another installation, with all that was ever said to it. */
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
      "\nThis machine must reach both databases. Nobody can write to the bot while it moves, about a second for each thousand conversations. Where it ends in between, run it again: until then the bot is on one of the two sides, or waits for that.",
    )
    .action(move);
}

async function move(id: string, { to, json }: Options): Promise<void> {
  const installations = { from: readConfig(process.env), to: await readOther(to) };
  const moved = await moveBotTo(id, installations, createLogger("warn"));
  if (json) printJson(inJson(id, moved));
  else print(...linesOf(id, moved));
  if (moved.telegram?.ok === false) note(`Telegram: ${explainProblem(moved.telegram.problem)}`);
}

/** Only what stands in the file counts: nothing of this side's may be taken for the other's. */
async function readOther(file: string): Promise<Config> {
  const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(
      `${file} cannot be read (${code}). Name the file that the other Meetbot's variables stand in.`,
    );
  });
  return readConfig(parseEnv(text));
}

function inJson(id: string, { move: { outcome, ...rest }, url, telegram, messengerUrl }: MovedBot) {
  const counts = "rows" in rest ? rest : null;
  return {
    bot: id,
    outcome,
    ...(counts && {
      ...{ tables: counts.tables, rows: counts.rows },
      ...{ resumed: counts.isResumed, paused_ms: counts.pausedMs },
    }),
    url,
    telegram: telegram && (telegram.ok ? "connected" : telegram.problem.kind),
    messenger_callback: messengerUrl,
  };
}

function linesOf(id: string, { move, url, telegram, messengerUrl }: MovedBot): string[] {
  const lines =
    move.outcome === "moved"
      ? [
          `${id} is on the other side: ${move.rows} rows of ${move.tables} tables. For ${move.pausedMs} ms nobody could write to it.`,
        ]
      : [`${id} was moved before, and is on the other side.`];
  if (url === null) {
    lines.push(
      "Its address is the same: lead the paths of the bot to the other side in your proxy now. Until then this side answers 503, and whoever calls tries again.",
    );
  } else {
    lines.push(
      `This side forwards to ${url} what still comes here. Give shop pages, pushes, carriers and shop platforms the new address before you end this server.`,
    );
  }
  if (telegram?.ok) lines.push("Telegram sends its updates to the new address.");
  if (messengerUrl) {
    lines.push(
      `Messenger: in Meta's dashboard, set the callback URL of the app to ${messengerUrl}; the verify token stays.`,
    );
  }
  return [
    ...lines,
    "People, their rights and their tokens stayed: give rights to the bot on the other side.",
  ];
}
