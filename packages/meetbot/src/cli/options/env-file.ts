import { loadEnvFile } from "node:process";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Command } from "commander";

/** Lets each command below this one read its variables from a file that `meetbot init` wrote. */
export function addEnvFileOption(command: Command): void {
  for (const below of command.commands) addEnvFileOption(below);
  if (command.commands.length > 0) return;
  command.option(
    "--env-file <file>",
    "a file with `MEETBOT_…` variables, as `meetbot init` writes it; those of the shell win",
  );
}

/** Reads a command's environment file before the command runs. Throws a {@link CommandError} if it cannot be read. */
export function readEnvFile(_program: Command, command: Command): void {
  const { envFile } = command.opts<{ envFile?: string }>();
  if (envFile === undefined) return;
  try {
    loadEnvFile(envFile);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `${envFile} cannot be read (${code}). Name the file that \`meetbot init\` wrote, or write one with it.`,
    );
  }
}
