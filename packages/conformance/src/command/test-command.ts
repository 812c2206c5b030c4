import { writeFileSync } from "node:fs";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  createEndpointGuard,
  type EndpointGuard,
} from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { type Command, Option } from "commander";
import type { Finding } from "../inspection/finding.ts";
import type { TestedWebhook } from "../inspection/inspection.ts";
import { quote } from "../inspection/to-curl.ts";
import type { OperatorLocale } from "../operator-locale.ts";
import { formatRules } from "../report/format-rules.ts";
import { formatFinding, formatGroup, formatSummary } from "../report/pretty.ts";
import { hasFailed, type Report, ruleOf } from "../report/report.ts";
import { toJson } from "../report/to-json.ts";
import { toJunit } from "../report/to-junit.ts";
import { groups, type RuleId } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { CouldNotRunError } from "../run/could-not-run-error.ts";
import { runConformance } from "../run/run-conformance.ts";
import { exitCodes, explainFailure, WrongUseError } from "../terminal/failure.ts";
import { note, print, printJson, printText } from "../terminal/print.ts";
import { readSecrets } from "./signature-options.ts";

/** The program that the tester is a command of. */
export interface TestProgram {
  /** How the command is called. */
  name: string;
  /** How the command is called in a shell where nothing is installed. */
  inShell: string;
  /** Reads the settings from the environment; throws if they are invalid. */
  readSettings(): TestSettings;
}

/** Settings for the one rule that checks whether a Meetbot server in this environment may call the webhook. */
export interface TestSettings {
  /** As in `MEETBOT_OUTBOUND_ALLOW`. */
  outboundAllow: readonly string[];
  /** The port that it listens on. */
  port: number;
}

interface Options {
  secret?: string;
  pageId: string;
  account?: string;
  otherAccount?: string;
  order?: string;
  package?: string;
  only?: string;
  list?: boolean;
  strict?: boolean;
  curl?: boolean;
  json?: boolean;
  junit?: string;
  locale: OperatorLocale;
}

/** Makes a command the tester: `meetbot test` and `meetbot-test` differ in their names alone. */
export function defineTest(command: Command, program: TestProgram): Command {
  return command
    .description("Test a merchant's webhook against the protocol, in any language it is written.")
    .argument("[url]", "the webhook's URL; localhost too")
    .option("--secret <secret>", "the signing secret; default: MEETBOT_SIGNING_SECRET")
    .option("--page-id <id>", "the page_id of the queries", "231231232134111")
    .option("--account <email>", "an account of the shop, one that has orders")
    .option(
      "--other-account <email>",
      "another account that has orders, none of which may be listed for the first",
    )
    .option("--order <number>", "an order of the shop, one that has packages")
    .option("--package <number>", "a package of the shop")
    .option("--only <ids>", "rules or groups, separated by commas: security,orders.limit")
    .option("--strict", "warnings and rules that could not be tested fail too")
    .option("--list", "print all rules")
    .option("--curl", "print a shell script that shows each fault again")
    .option("--json", "one JSON object")
    .option("--junit <file>", "also write JUnit XML; - for standard output")
    .addOption(
      new Option("--locale <locale>", "the language of the report")
        .choices(["en", "zh"])
        .default("en"),
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 all rules that must be kept are kept, 1 some are not (with --strict: one is warned of or not tested), 2 could not run.",
    )
    .action(async (url: string | undefined, options: Options) => {
      if (options.list) return print(...formatRules(options.locale));
      try {
        if (await test(url, options, program)) process.exitCode = exitCodes.failed;
      } catch (error) {
        note(...explainFailure(error, program.name.split(" ")[0]));
        process.exitCode = exitCodes.couldNotRun;
      }
    });
}

/** Runs the tests, prints the report and returns whether a mandatory rule is broken. */
async function test(
  url: string | undefined,
  options: Options,
  program: TestProgram,
): Promise<boolean> {
  if (url === undefined) throw new WrongUseError(`Which webhook? ${program.name} URL --secret …`);
  const [secret] = readSecrets(options.secret === undefined ? undefined : [options.secret]);
  const only = options.only === undefined ? undefined : readOnly(options.only);
  const toStdout = Number(options.json ?? false) + Number(options.junit === "-");
  if (toStdout > 1) throw new WrongUseError("--json and --junit - cannot both go to one output.");

  const settings = program.readSettings();
  const agent = createMerchantAgent(openedGuard(url, settings));
  const guard = guardOf(settings);
  const webhook = {
    url,
    secret,
    pageId: options.pageId,
    account: options.account,
    otherAccount: options.otherAccount,
    orderNumber: options.order,
    packageNumber: options.package,
  };
  const findings: Finding[] = [];
  const start = performance.now();
  try {
    for await (const finding of runConformance(webhook, { agent, guard, only })) {
      if (toStdout === 0) tell(finding, findings.at(-1), options);
      findings.push(finding);
    }
  } finally {
    await agent.close();
  }
  const durationMs = performance.now() - start;
  const { locale, strict: isStrict = false } = options;
  const isPart = only !== undefined;
  const command = commandFor(webhook, program);
  const report = { url, command, locale, durationMs, findings, isPart, isStrict };
  write(report, options);
  return hasFailed(report);
}

/** Returns the command that repeats a run, ready to paste into a shell; it reads the secret from the environment. */
function commandFor(
  { url, account, otherAccount, orderNumber, packageNumber }: TestedWebhook,
  { inShell }: TestProgram,
): string {
  const data = {
    ...{ account, "other-account": otherAccount },
    ...{ order: orderNumber, package: packageNumber },
  };
  const options = Object.entries(data).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quote(value)}`],
  );
  return [inShell, quote(url), ...options].join(" ");
}

function tell(finding: Finding, before: Finding | undefined, { locale, curl }: Options): void {
  const { group } = ruleOf(finding);
  if (!before || ruleOf(before).group !== group) print("", formatGroup(group));
  print(...formatFinding(finding, locale, curl ?? false));
}

function write(report: Report, { json, junit }: Options): void {
  if (json) printJson(toJson(report));
  else if (junit === "-") printText(toJunit(report).trimEnd());
  else print("", ...formatSummary(report));
  if (junit !== undefined && junit !== "-") writeFileSync(junit, toJunit(report));
}

/** The guard of this environment, with the one host opened that a person has just named. */
function openedGuard(url: string, { outboundAllow, port }: TestSettings): EndpointGuard {
  const target = readTarget(url);
  if (typeof target === "string") throw new CouldNotRunError(explainVerdict(target));
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  return guardOf({ outboundAllow: [...outboundAllow, `${host}:${target.port}`], port });
}

function guardOf({ outboundAllow, port }: TestSettings): EndpointGuard {
  const list = parseAllowList(outboundAllow);
  return createEndpointGuard({ allow: () => list, ownPort: port });
}

function readOnly(list: string): ReadonlySet<RuleId> {
  const names = list.split(",").map((name) => name.trim());
  const ids = names.flatMap((name) => {
    const named = rules.filter(({ id, group }) => id === name || group === name);
    if (named.length > 0) return named.map(({ id }) => id);
    throw new WrongUseError(
      `There is no rule or group ${JSON.stringify(name)}. Groups: ${groups.join(", ")}; --list prints all rules.`,
    );
  });
  return new Set(ids);
}
