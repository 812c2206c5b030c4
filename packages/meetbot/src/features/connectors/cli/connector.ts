import type { Command } from "commander";
import { addCheckCommand } from "./connector-check.ts";
import { addListCommand } from "./connector-list.ts";
import { addServeCommand } from "./connector-serve.ts";

/** `meetbot connector …`: manages shops that Meetbot queries through their platform's own API. */
export function addConnectorCommands(program: Command): void {
  const connector = program
    .command("connector")
    .description("Shops that are asked by the API of their platform, without a webhook.");
  addListCommand(connector);
  addCheckCommand(connector);
  addServeCommand(connector);
}
