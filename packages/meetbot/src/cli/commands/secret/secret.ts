import type { Command } from "commander";
import { addListCommand } from "./secret-list.ts";
import { addPromoteCommand } from "./secret-promote.ts";
import { addRevokeCommand } from "./secret-revoke.ts";
import { addRotateCommand } from "./secret-rotate.ts";

/** `meetbot secret …`: replaces a bot's secrets, also while a server runs. */
export function addSecretCommands(program: Command): void {
  const secret = program.command("secret").description("Replace a bot's secrets.");
  addListCommand(secret);
  addRotateCommand(secret);
  addPromoteCommand(secret);
  addRevokeCommand(secret);
}
