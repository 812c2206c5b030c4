import { exitCodes } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { type Config, ConfigError, readConfig } from "../../config.ts";
import { type Check, fail } from "../../operations/doctor/check.ts";
import { examine } from "../../operations/doctor/doctor.ts";
import { version } from "../../version.ts";
import { createCommandWays } from "../options/command-ways.ts";
import { checkLines } from "../terminal/check-lines.ts";

interface DoctorOptions {
  endpoints?: boolean;
  json?: boolean;
}

/** `meetbot doctor`: whether a start or an update of this version would go well. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description(
      "Check the database, its pooler and standby, the master key, the clock and the disk, before a start or an update. Exit code 1 if something fails.",
    )
    .option("--endpoints", "also ask the endpoint of each bot a test")
    .option("--json", "print one JSON object")
    .action(doctor);
}

async function doctor({ endpoints = false, json }: DoctorOptions): Promise<void> {
  const checks = await examineThis(endpoints);
  if (json) printJson({ version, checks });
  else print(...checks.flatMap(checkLines));
  if (checks.some(({ status }) => status === "fail")) process.exitCode = exitCodes.failed;
}

async function examineThis(endpoints: boolean): Promise<Check[]> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [fail("settings", error.message, "Correct the environment, and ask again.")];
  }
  const ways = createCommandWays(config);
  return examine({ config, agentOf: endpoints ? ways.to : null }).finally(ways.close);
}
