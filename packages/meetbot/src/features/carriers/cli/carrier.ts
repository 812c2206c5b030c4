import type { Command } from "commander";
import { addConnectCommand } from "./carrier-connect.ts";
import { addDisconnectCommand } from "./carrier-disconnect.ts";
import { addListCommand } from "./carrier-list.ts";

/** `meetbot carrier …`: systems that tell a bot that parcels have moved. */
export function addCarrierCommands(program: Command): void {
  const carrier = program
    .command("carrier")
    .description("Systems that follow parcels, and tell a bot that one has moved.");
  addListCommand(carrier);
  addConnectCommand(carrier);
  addDisconnectCommand(carrier);
}
