import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { NotificationState, PushMethod } from "@meetbot/model/push/notification.ts";
import type { LoggedPush } from "@meetbot/model/push/push-log.ts";
import { type Command, Option } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { lastOption } from "../../../cli/terminal/last-option.ts";
import { pushToFacts } from "./push-facts.ts";

interface ListOptions {
  bot: string;
  method?: PushMethod;
  state?: NotificationState;
  last: number;
  json?: boolean;
}

const methods = ["order.placed", "order.changed", "package.changed"] satisfies PushMethod[];
const states = [
  ...["accepted", "held", "queued", "sent", "delivered", "read"],
  ...["skipped", "failed", "expired"],
];

/** `meetbot push list`: a shop's pushes, newest first. */
export function addListCommand(push: Command): void {
  push
    .command("list")
    .description("List what a shop pushed, the newest first, and where it is for how many.")
    .requiredOption("--bot <id>", "which bot")
    .addOption(new Option("--method <method>", "only such pushes").choices(methods))
    .addOption(new Option("--state <state>", "only what is there for somebody").choices(states))
    .addOption(lastOption())
    .option("--json", "print one JSON array")
    .action(list);
}

async function list({ bot: botId, method, state, last, json }: ListOptions): Promise<void> {
  const { rows } = await withStore(async ({ bots, pushLog }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    return pushLog.list(botId, { method, state }, { limit: last, below: null });
  });
  if (json) return printJson(rows.map(pushToFacts));
  if (rows.length === 0) print("Nothing was pushed, or nothing like that within 30 days.");
  for (const one of rows) print(oneLine(one));
}

function oneLine({ id, method, acceptedAt, recipients, states: where }: LoggedPush): string {
  const told = where.map(({ state, recipients: count }) => `${state} ${count}`).join(", ");
  const whom = recipients === 0 ? "no customer gets it" : told || "their conversations are gone";
  return `${acceptedAt.toISOString()}  ${method.padEnd(15)}  ${id}  ${whom}`;
}
