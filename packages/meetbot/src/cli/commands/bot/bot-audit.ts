import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { AuditEntry } from "@meetbot/model/log/audit.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { lastOption } from "../../terminal/last-option.ts";

/** `meetbot bot audit`: shows who changed a bot, what they changed and when. */
export function addAuditCommand(bot: Command): void {
  bot
    .command("audit")
    .description("Show the latest changes of a bot's secrets, endpoint and policy, newest first.")
    .argument("<id>")
    .addOption(lastOption())
    .option("--json", "print one JSON object a line")
    .action((id: string, { last, json }: { last: number; json?: boolean }) =>
      withStore(async ({ bots }) => {
        if (!(await bots.find(id))) throw noSuchBot(id);
        for (const entry of await bots.auditOf(id, last)) {
          if (json) printJson(entry);
          else print(oneLine(entry));
        }
      }),
    );
}

function oneLine({ at, actor, action, detail }: AuditEntry): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${inWords(value)}`);
  return `${at.toISOString()}  ${actor}  ${action.replace("_", " ")}  ${facts.join(", ")}`;
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
