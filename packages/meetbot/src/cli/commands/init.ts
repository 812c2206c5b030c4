import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { InvalidSettingError } from "@meetbot/admin-api/settings/invalid-setting-error.ts";
import { settings } from "@meetbot/admin-api/settings/settings.ts";
import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { Command } from "commander";
import { readConfig } from "../../config.ts";
import { askOperator, type Wanted } from "../init/ask-operator.ts";
import { thereAlready, toEnvFile, writeEnvFile } from "../init/env-file.ts";
import { faultOf, type Variables, variablesOf } from "../init/installation.ts";
import { guardOf } from "../options/guard-of.ts";

interface InitOptions extends Partial<Omit<Wanted, "data">> {
  data?: string;
  databaseUrl?: string;
  file: string;
  yes?: boolean;
}

/** `meetbot init`: from nothing to the two commands that run a shop. */
export function addInitCommand(program: Command): void {
  program
    .command("init")
    .description(
      "Write the settings of a new installation into a file: four questions, or options.",
    )
    .option("--data <folder>", "where data is kept; default: .meetbot-shop")
    .option("--database-url <url>", "a PostgreSQL database of yours instead; a master key is made")
    .option(
      "--url <url>",
      "where customers and operators reach it, such as https://chat.example.com",
    )
    .option("--port <number>", "the port to listen on; default: 4400")
    .option("--smtp-url <url>", "the mail server that sends codes; default: none")
    .option("--mail-from <address>", "from whom they come; needed with --smtp-url")
    .option("--shop <name>", "what the first shop is called")
    .option("--webhook <url>", "the URL of the shop's that Meetbot asks")
    .option("--file <file>", "the file to write; one that is there is left alone", "meetbot.env")
    .option("-y, --yes", "ask nothing: what is not given stays as it is by default")
    .action(init);
}

async function init({ file, yes, data, databaseUrl, ...given }: InitOptions): Promise<void> {
  if (data !== undefined && databaseUrl !== undefined)
    throw new WrongUseError("--data and --database-url exclude each other: choose one.");
  if (existsSync(file)) throw thereAlready(file);
  const place = databaseUrl ?? data;
  const known = { ...given, ...(place !== undefined && { data: place }) };
  const wanted = yes ? { ...nothingSaid, ...known } : await ask(known);
  const variables = variablesOf(wanted, () => randomBytes(32).toString("base64"));
  const fault = faultOf(variables) ?? (wanted.webhook ? checkWebhook(wanted.webhook) : undefined);
  if (fault !== undefined) throw new CommandError(`Nothing was written: ${fault}`);
  const all = { ...variables, ...(await opened(wanted.webhook, variables)) };
  await writeEnvFile(file, toEnvFile(all));
  print(...nextCommands(file, wanted));
}

const nothingSaid: Wanted = {
  data: ".meetbot-shop",
  ...{ url: "", port: "", smtpUrl: "", mailFrom: "", shop: "", webhook: "" },
};

async function ask(known: Partial<Wanted>): Promise<Wanted> {
  if (process.stdin.isTTY && process.stdout.isTTY) return askOperator(known, checkWebhook);
  throw new WrongUseError(
    "Nobody can be asked here, for this is no terminal: give what is wanted by options, and --yes.",
  );
}

/** Returns what is wrong with a URL for queries; nothing if it can be a webhook. */
function checkWebhook(url: string): string | undefined {
  try {
    settings.endpoint.read(url);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidSettingError) return error.message;
    throw error;
  }
}

const own: ReadonlySet<string> = new Set(["internal_name", "special_address"]);

/** A shop outside the public internet is called only if the operator allows it: naming it here does so. */
async function opened(webhook: string, variables: Variables): Promise<Variables> {
  if (webhook === "") return {};
  const config = readConfig(variables);
  const { allowed, reason } = await guardOf(config).judge(webhook);
  if (allowed || reason === "name_not_found") return {};
  if (own.has(reason)) return { MEETBOT_OUTBOUND_ALLOW: new URL(webhook).host };
  throw new CommandError(`Nothing was written: ${explainVerdict(reason)}.`);
}

function nextCommands(file: string, { shop, webhook }: Wanted): string[] {
  const from = `--env-file ${inShell(file)}`;
  const name = inShell(shop || "Your shop");
  const endpoint = inShell(webhook || "https://shop.example.com/meetbot");
  return [
    `Written: ${file}`,
    "",
    "Next, here, and then in another terminal:",
    "",
    `  npx meetbot serve ${from}`,
    `  npx meetbot bot create ${from} --name ${name} --endpoint ${endpoint}`,
  ];
}

function inShell(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
