import { defineTest } from "@meetbot/conformance/command/test-command.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";

export function addTestCommand(program: Command): void {
  defineTest(program.command("test"), {
    name: "meetbot test",
    inShell: "npx meetbot test",
    readSettings: () => readConfig(process.env),
  });
}
