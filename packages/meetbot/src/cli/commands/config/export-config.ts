import { writeFile } from "node:fs/promises";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, printText } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { exportConfig } from "../../../operations/apply/export-config.ts";
import { withStore } from "../../options/storage.ts";
import { channelPlans } from "./channel-plans.ts";

/** `meetbot export-config`: how the server is set up, as `meetbot apply` reads it. */
export function addExportConfigCommand(program: Command): void {
  program
    .command("export-config [file]")
    .description(
      "Write how the server is set up as a file for `meetbot apply`, without any secret.",
    )
    .action((file: string | undefined) =>
      withStore(async (store) => {
        const text = await exportConfig({ store, channels: channelPlans(readConfig(process.env)) });
        if (file === undefined) return printText(text.trimEnd());
        await writeFile(file, text).catch(({ code = "unknown" }: NodeJS.ErrnoException) => {
          throw new CommandError(`${file} cannot be written (${code}).`);
        });
        note(`Written to ${file}.`);
      }),
    );
}
