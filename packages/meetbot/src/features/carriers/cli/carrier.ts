import type { Command } from "commander";
import { addConnectCommand } from "./carrier-connect.ts";
import { addDisconnectCommand } from "./carrier-disconnect.ts";
import { addListCommand } from "./carrier-list.ts";

/** `meetbot carrier …`: manages systems that report parcel changes to a bot. */
export function addCarrierCommands(program: Command): void {
  const carrier = program
    .command("carrier")
    .description("Systems that follow parcels, and tell a bot that one has moved.");
  addListCommand(carrier);
  addConnectCommand(carrier);
  addDisconnectCommand(carrier);
}
