import { exitCodes } from "@meetbot/conformance/terminal/failure.ts";
import { endByFaults, runProgram } from "./run-program.ts";

/** Runs the command that this process was started for. */
export async function start(): Promise<void> {
  // If another process started Meetbot, Meetbot exits when that process ends, however it ends.
  if (process.channel) {
    process.once("disconnect", () => process.exit(exitCodes.failed));
    process.channel.unref();
  }

  endByFaults();

  // The reader of the output may stop reading: `meetbot … | head`.
  process.stdout.on("error", () => process.exit(0));

  await runProgram();
}
