import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { ChannelError } from "../../../channels/channel.ts";
import { describeEvent } from "../../../channels/telegram/updates/inspect.ts";
import { readUpdate } from "../../../channels/telegram/updates/read-update.ts";
import { readStdin } from "../../terminal/read-stdin.ts";

/** `meetbot channel telegram inspect`: shows how Meetbot parses an update. */
export function addTelegramInspectCommand(telegram: Command): void {
  telegram
    .command("inspect")
    .description("Show what the channel reads out of an update from standard input.")
    .addHelpText(
      "after",
      "\nPrints a JSON line for the update. Nothing is sent, and nothing is kept.",
    )
    .action(async () => {
      if (process.stdin.isTTY) note("The body of one request; Ctrl+D ends.");
      const event = read(await readStdin());
      if (event) printJson(describeEvent(event));
    });
}

/** Parses the body. Shows bytes that are not UTF-8 as such, as the rest of the body may still be readable. */
function read(body: Buffer) {
  try {
    return readUpdate(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof ChannelError) {
      throw new CommandError(`${error.message} Give the body of one request, as it came.`);
    }
    throw error;
  }
}
