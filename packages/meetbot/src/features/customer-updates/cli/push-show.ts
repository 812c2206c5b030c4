import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { writeTable } from "../../../cli/terminal/table.ts";
import type { ReadNotification } from "../store/read-push.ts";
import { pushToFacts } from "./push-facts.ts";

/** `meetbot push show`: shows one push, and its status for each conversation. */
export function addShowCommand(push: Command): void {
  push
    .command("show")
    .description("Show where a push is for each conversation, and why.")
    .argument("<id>", "of the push, as push list has it")
    .requiredOption("--bot <id>", "which bot")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nNo number and no account is in it: a push names both, sealed.")
    .action(show);
}

async function show(id: string, { bot: botId, json }: { bot: string; json?: boolean }) {
  const found = await withStore(async ({ bots, pushes, pushLog }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    const push = await pushLog.find(botId, id);
    const read = push && (await pushes.read(botId, id));
    return read && { ...pushToFacts(push), told: read.recipients.map(toFacts) };
  });
  if (!found) {
    throw new CommandError(
      `${botId} knows no push ${id}: none came, it was refused, or it is older than 30 days. See what came: meetbot push list --bot ${botId}`,
    );
  }
  if (json) return printJson(found);
  const { told, states: _, ...facts } = found;
  print(...writeTable(facts), ...told.map(oneLine));
}

function toFacts({ conversationId, channel, way, state, because, status, at }: ReadNotification) {
  return {
    ...{ conversation_id: conversationId, channel, way, state, because, status },
    at: at.toISOString(),
  };
}

function oneLine(one: ReturnType<typeof toFacts>): string {
  const { at, conversation_id: conversation, channel, way, state, because, status } = one;
  const why = because === null ? state : `${state} (${because})`;
  return `${at}  ${conversation}  ${channel}  ${way ?? "—"}  ${why}  ${status ?? ""}`.trimEnd();
}
