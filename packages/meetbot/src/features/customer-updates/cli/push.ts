import type { Command } from "commander";
import { addListCommand } from "./push-list.ts";
import { addShowCommand } from "./push-show.ts";
import { addTestCommand } from "./push-test.ts";

/** `meetbot push …`: shop events, and their outcomes. */
export function addPushCommands(program: Command): void {
  const push = program
    .command("push")
    .description("What a shop tells its customers first, and what became of it.");
  addListCommand(push);
  addShowCommand(push);
  addTestCommand(push);
}
