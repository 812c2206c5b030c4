import { type Command, InvalidArgumentError } from "commander";
import { maskDelivery } from "../../merchant/mask-delivery.ts";
import type { Delivery } from "../../model/delivery.ts";
import { CommandError } from "../failure.ts";
import { withStore } from "../storage.ts";

function count(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    throw new InvalidArgumentError("A count is a number from 1 to 999.");
  }
  return Number(value);
}

/** `meetbot bot deliveries`: what the merchant was asked and what came back, personal data masked. */
export function addDeliveriesCommand(bot: Command): void {
  bot
    .command("deliveries")
    .description("Show the latest queries to a bot's merchant, personal data masked.")
    .argument("<id>")
    .option("--last <count>", "how many", count, 20)
    .option("--json", "print one JSON object a line, with the bodies")
    .action((id: string, { last, json }: { last: number; json?: boolean }) =>
      withStore(async ({ bots, deliveries }) => {
        if (!(await bots.find(id))) throw new CommandError(`There is no bot ${id}.`);
        const latest = (await deliveries(id, last)).map(maskDelivery);
        if (latest.length === 0 && !json) console.log("The merchant was not asked anything yet.");
        for (const delivery of latest) {
          console.log(json ? JSON.stringify(delivery) : oneLine(delivery));
        }
      }),
    );
}

function oneLine({ startedAt, method, outcome, exchanges, durationMs, detail }: Delivery): string {
  const time = new Date(startedAt).toISOString();
  const status = exchanges.map(({ httpStatus }) => httpStatus ?? "—").join(" → ") || "not asked";
  return `${time}  ${method}  ${outcome}  ${status}  ${Math.round(durationMs)} ms  ${detail ?? ""}`.trimEnd();
}
