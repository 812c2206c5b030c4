import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { kindOption } from "./carrier-connect.ts";

/** `meetbot carrier disconnect`: Meetbot stops accepting the carrier's webhooks. */
export function addDisconnectCommand(carrier: Command): void {
  carrier
    .command("disconnect")
    .description("Hear it no more: its address is dead at once, and its secret deleted.")
    .requiredOption("--bot <id>", "which bot")
    .addOption(kindOption())
    .action(async ({ bot: botId, kind }: { bot: string; kind: CarrierKind }) => {
      const isGone = await withStore(async ({ bots, carriers }) => {
        if (!(await bots.find(botId))) throw noSuchBot(botId);
        return carriers.disconnect(botId, kind);
      });
      if (!isGone) {
        throw new CommandError(
          `${kind} is not connected with ${botId}. See what is with: meetbot carrier list --bot ${botId}`,
        );
      }
      print(`${kind} is disconnected: what it still sends is answered with 404.`);
    });
}
