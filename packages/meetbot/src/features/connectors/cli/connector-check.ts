import { exitCodes } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { noteWords, problemWords } from "@meetbot/model/connector/connector-words.ts";
import type { Command } from "commander";
import { explainChecked, readConnectorConfig } from "../../../cli/options/connector-config.ts";
import { openedGuard } from "../../../cli/options/guard-of.ts";
import { readConfig } from "../../../config.ts";
import { type CheckedShop, checkShop } from "../connecting/connect-shop.ts";
import { openConnectorHost, readConnector } from "../host/connector-host.ts";

interface CheckOptions {
  config: string;
  json?: boolean;
}

/** `meetbot connector check`: checks whether a shop can be queried with a configuration. */
export function addCheckCommand(connector: Command): void {
  connector
    .command("check")
    .description(
      "Ask a shop with a configuration, and keep nothing of it. Exit code 1 if the shop cannot be asked so.",
    )
    .argument("<name>", "which platform, as `connector list` names it")
    .requiredOption("--config <file>", "the configuration, a JSON file; -: standard input")
    .option("--json", "print one JSON object")
    .action(check);
}

async function check(name: string, { config: file, json }: CheckOptions): Promise<void> {
  const given = await readConnectorConfig(file);
  const checked = await askWith(name, given);
  if (checked.outcome === "no_connector" || checked.outcome === "bad_config") {
    throw explainChecked(name, checked);
  }
  if (checked.outcome === "trouble") {
    const { problem, detail } = checked;
    if (!json) throw explainChecked(name, checked);
    printJson({ ok: false, problem, detail, ...problemWords[problem].en });
    process.exitCode = exitCodes.failed;
    return;
  }
  const { shop, notes, sample } = checked;
  if (json) {
    printJson({ ok: true, shop, notes, has_sample: sample !== null });
    return;
  }
  print(`${shop} answers.`);
  for (const one of notes) note(`Note: ${noteWords[one].en}`);
}

/** By the guard of this environment, with the one host opened that a person has just named. */
async function askWith(
  name: string,
  given: Readonly<Record<string, string>>,
): Promise<CheckedShop> {
  const settings = readConfig(process.env);
  const read = readConnector(name, given);
  const guard = openedGuard(read?.isRead ? read.origin : null, settings);
  const host = openConnectorHost({ guard, onCrash() {} });
  try {
    return await checkShop(name, given, { host, guard });
  } finally {
    await host.close();
  }
}
