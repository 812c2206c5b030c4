import { createInterface } from "node:readline/promises";
import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { showControls } from "@meetbot/conformance/terminal/show-controls.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";

interface Options {
  yes?: boolean;
  json?: boolean;
}

/** `meetbot bot delete`: deletes a bot and all its conversations. */
export function addDeleteCommand(bot: Command): void {
  bot
    .command("delete")
    .description("Delete a bot with its conversations, deliveries, secrets and audit, for good.")
    .argument("<id>")
    .option("--yes", "without asking for the bot's name first")
    .option("--json", "print one JSON object")
    .action((id: string, { yes, json }: Options) =>
      withStore(async ({ bots }) => {
        const found = await bots.find(id);
        if (!found) throw noSuchBot(id);
        if (!yes) await confirm(found);
        if (!(await bots.delete(id))) throw noSuchBot(id);
        if (json) printJson({ deleted: id });
        else print(`${id} is deleted with all that belonged to it.`);
      }),
    );
}

/** Asks the operator to type the bot's name, which nobody does by mistake. */
async function confirm({ id, name }: Bot): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new WrongUseError(
      "A bot that is deleted is gone with its conversations. Where nobody can be asked, say --yes.",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(
    showControls(
      `${id} goes for good, with its conversations. Type its name, ${name}, to delete it: `,
    ),
  );
  terminal.close();
  if (typed.trim() !== name) throw new CommandError("That is not its name: nothing is deleted.");
}
