import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { CarrierConnection } from "@meetbot/model/carrier/carrier.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";

/** `meetbot carrier list`: which carriers report parcel movements to a bot, and when each last called. */
export function addListCommand(carrier: Command): void {
  carrier
    .command("list")
    .description("List what is connected with a bot, and when each was last heard.")
    .requiredOption("--bot <id>", "which bot")
    .option("--json", "print one JSON array")
    .action(async ({ bot: botId, json }: { bot: string; json?: boolean }) => {
      const connected = await withStore(async ({ bots, carriers }) => {
        if (!(await bots.find(botId))) throw noSuchBot(botId);
        return carriers.list(botId);
      });
      if (json) printJson(connected.map(toFacts));
      else for (const one of connected) print(oneLine(one));
    });
}

/** The keys are a public contract. */
function toFacts({ kind, isSigned, connectedAt, lastHeardAt }: CarrierConnection) {
  return {
    ...{ kind, signed: isSigned, connected_at: connectedAt.toISOString() },
    last_heard_at: lastHeardAt?.toISOString() ?? null,
  };
}

function oneLine(carrier: CarrierConnection): string {
  const { kind, signed, connected_at: connected, last_heard_at: heard } = toFacts(carrier);
  const how = signed ? "signed  " : "unsigned";
  return `${kind.padEnd(9)}  ${how}  connected ${connected}  ${heard ? `last heard ${heard}` : "never heard"}`;
}
