import { exportPlace, exportStart } from "@meetbot/admin-api/limits/export-place.ts";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { withStore } from "../options/storage.ts";

/** How many entries are read at once. */
const pageSize = 1000;

/** `meetbot audit …`: exports the audit log for other systems. */
export function addAuditCommands(program: Command): void {
  program
    .command("audit")
    .description("Hand the audit logs to another system.")
    .command("export")
    .description(
      "Print the entries of all audit logs, one JSON object a line, oldest first; those of the last minute come next time.",
    )
    .option("--after <id>", "go on after the entry with this id; default: from the beginning")
    .action(exportAudit);
}

async function exportAudit({ after = exportStart }: { after?: string }): Promise<void> {
  if (!exportPlace.test(after)) {
    throw new WrongUseError(
      `${after} is no id of an entry. Take the id of the last line of an export before.`,
    );
  }
  await withStore(async (store) => {
    for (let place: string | undefined = after; place !== undefined; ) {
      const entries = await store.exportAudit(place, pageSize);
      for (const { id, at, botId, actor, action, detail } of entries) {
        printJson({ id, at, bot_id: botId, actor, action, detail });
      }
      place = entries.at(-1)?.id;
    }
  });
}
