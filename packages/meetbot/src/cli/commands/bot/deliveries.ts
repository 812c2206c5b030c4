import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Command } from "commander";
import { maskDelivery } from "../../../merchant/masking/mask-delivery.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { lastOption } from "../../terminal/last-option.ts";

/** `meetbot bot deliveries`: shows the latest queries to the merchant and their answers, with personal data masked. */
export function addDeliveriesCommand(bot: Command): void {
  bot
    .command("deliveries")
    .description("Show the latest queries to a bot's merchant, personal data masked.")
    .argument("<id>")
    .addOption(lastOption())
    .option("--json", "print one JSON object a line, with the bodies")
    .action((id: string, { last, json }: { last: number; json?: boolean }) =>
      withStore(async ({ bots, deliveries }) => {
        if (!(await bots.find(id))) throw noSuchBot(id);
        const latest = (await deliveries(id, last)).map(maskDelivery);
        if (latest.length === 0 && !json) print("The merchant was not asked anything yet.");
        for (const delivery of latest) {
          if (json) printJson(delivery);
          else print(oneLine(delivery));
        }
      }),
    );
}

function oneLine({ startedAt, method, outcome, exchanges, durationMs, detail }: Delivery): string {
  const time = new Date(startedAt).toISOString();
  const status = exchanges.map(({ httpStatus }) => httpStatus ?? "—").join(" → ") || "not asked";
  return `${time}  ${method}  ${outcome}  ${status}  ${Math.round(durationMs)} ms  ${detail ?? ""}`.trimEnd();
}
