import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { applyConfig, callOthers } from "../../../operations/apply/apply-config.ts";
import { changesAnything, type Plan } from "../../../operations/apply/form/plan.ts";
import type { SecretSource } from "../../../operations/apply/form/read-secret.ts";
import type { ApplyDeps } from "../../../operations/apply/form/section.ts";
import { linkOrigin } from "../../../operations/console-link.ts";
import { findOwnOrigins } from "../../../platform/http/own-origins.ts";
import { whileConnecting } from "../../options/connecting.ts";
import { withStore } from "../../options/storage.ts";
import { readStdin } from "../../terminal/read-stdin.ts";
import { channelPlans } from "./channel-plans.ts";
import { showPlan } from "./show-plan.ts";

interface ApplyOptions {
  dryRun?: boolean;
  keepSecrets?: boolean;
  json?: boolean;
}

/** `meetbot apply FILE`: makes the server match the file; applying the same file again changes nothing. */
export function addApplyCommand(program: Command): void {
  program
    .command("apply <file>")
    .description(
      "Make the server be as a file says: bots, channels, answers, alerts and people. Nothing is changed where the file has a fault.",
    )
    .option("--dry-run", "only say what would be created and changed")
    .option(
      "--keep-secrets",
      "pass over a reference that cannot be read where the server has the secret",
    )
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nFILE is YAML as `meetbot export-config` writes it; - reads standard input. What it does not name stays as it is. Secrets are referred to: {env: NAME} or {file: PATH}, where a path begins at the folder of FILE.",
    )
    .action(apply);
}

async function apply(file: string, options: ApplyOptions): Promise<void> {
  const { dryRun: isDryRun = false, keepSecrets: keepsStored = false, json } = options;
  const isInput = file === "-";
  const text = isInput ? (await readStdin()).toString("utf8") : readText(file);
  const input = { text, name: isInput ? "standard input" : file, isDryRun };
  const secrets = { ...secretsBeside(isInput ? "." : dirname(file)), keepsStored };
  await withApplyDeps(secrets, async (deps) => {
    const plan = await applyConfig(input, deps);
    note(...plan.notes.splice(0));
    if (json) printJson(publicPlan(plan, isDryRun));
    else print(...showPlan(plan, isDryRun));
    // Print what is shown only once before anything else can fail.
    await callOthers(plan);
    note(...plan.notes);
  });
}

function secretsBeside(folder: string): SecretSource {
  return {
    env: (name) => process.env[name],
    file: (path) => readFileSync(resolve(folder, path), "utf8"),
  };
}

function withApplyDeps(
  secrets: SecretSource,
  use: (deps: ApplyDeps) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env);
  const { publicUrl, host, port, mail } = config;
  return withStore((store) =>
    whileConnecting((connecting) =>
      use({
        ...{ ...connecting, store, secrets, channels: channelPlans(config) },
        consoleOrigin: linkOrigin(findOwnOrigins(publicUrl, host, port)),
        hasMail: mail !== null,
      }),
    ),
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `${file} cannot be read (${code}). meetbot export-config ${file} writes one of this server.`,
    );
  }
}

function publicPlan(plan: Plan, isDryRun: boolean) {
  const { lines, invitations } = plan;
  return { changed: changesAnything(plan), dry_run: isDryRun, lines, invitations };
}
