import type { Command } from "commander";
import { addEndCommand } from "./subscription-end.ts";
import { addListCommand } from "./subscription-list.ts";

/** `meetbot subscription …`: which customers get customer updates, and about what. */
export function addSubscriptionCommands(program: Command): void {
  const subscription = program
    .command("subscription")
    .description("Which customers are told first, and of what.");
  addListCommand(subscription);
  addEndCommand(subscription);
}
