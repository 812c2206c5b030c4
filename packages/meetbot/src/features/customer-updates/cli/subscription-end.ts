import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";

/** `meetbot subscription end`: ends a customer's subscription. */
export function addEndCommand(subscription: Command): void {
  subscription
    .command("end")
    .description("End one at once, with what waits to be told. The customer may begin it anew.")
    .argument("<id>", "as subscription list has it")
    .requiredOption("--bot <id>", "which bot")
    .action(async (id: string, { bot: botId }: { bot: string }) => {
      const isKnown = await withStore(async ({ bots, pushLog }) => {
        if (!(await bots.find(botId))) throw noSuchBot(botId);
        return pushLog.endSubscription(botId, id);
      });
      if (!isKnown) {
        throw new CommandError(
          `${botId} has no subscription ${id}. See all with: meetbot subscription list --bot ${botId}`,
        );
      }
      print(`${id} has ended: nothing more is told by it.`);
    });
}
