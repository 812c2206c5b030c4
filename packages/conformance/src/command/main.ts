import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { exitCodes } from "../terminal/failure.ts";
import { note, printText } from "../terminal/print.ts";
import { defineTest } from "./test-command.ts";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** Meetbot's default port. */
const meetbotPort = 4400;

// The reader of the output may stop reading: `meetbot-test … | head`.
process.stdout.on("error", () => process.exit(0));

const program = new Command("meetbot-test")
  .version(version)
  .exitOverride()
  .configureOutput({
    writeOut: (text) => printText(text.trimEnd()),
    writeErr: (text) => note(...text.trimEnd().split("\n")),
  });

defineTest(program, {
  name: "meetbot-test",
  inShell: "npx @meetbot/conformance",
  readSettings: () => ({ outboundAllow: readAllowed(), port: meetbotPort }),
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : exitCodes.wrongUse;
}

function readAllowed(): string[] {
  const entries = (process.env.MEETBOT_OUTBOUND_ALLOW ?? "").split(",");
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}
