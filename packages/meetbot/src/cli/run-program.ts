import { exitCodes, explainFailure, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note, printText } from "@meetbot/conformance/terminal/print.ts";
import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { addNamedCommand } from "./commands.ts";

/** Runs the command that `process.argv` names; how it ended is in `process.exitCode`. */
export async function runProgram(): Promise<void> {
  const program = new Command("meetbot")
    .description("The self-hosted bot that answers “where is my order?” with the shop's own data.")
    .version(version)
    .addHelpText(
      "after",
      "\nThe documentation stands at /docs of a server: http://localhost:4400/docs",
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => printText(text.trimEnd()),
      writeErr: (text) => note(...text.trimEnd().split("\n")),
    })
    .configureHelp({ showGlobalOptions: false });
  try {
    await addNamedCommand(program, process.argv.slice(2));
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : exitCodes.wrongUse;
    } else {
      note(...explainFailure(error));
      process.exitCode = error instanceof WrongUseError ? exitCodes.wrongUse : exitCodes.failed;
    }
  }
}

/** Uncaught errors end the process as they would anyway, but are also reported in the same way as all others. */
export function endByFaults(): void {
  process.on("uncaughtException", (error) => {
    note(...explainFailure(error));
    process.exit(exitCodes.failed);
  });
}
