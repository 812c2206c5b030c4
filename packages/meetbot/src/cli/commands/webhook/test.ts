import { writeFileSync } from "node:fs";
import { readSecrets } from "@meetbot/conformance/command/signature-options.ts";
import type { Finding } from "@meetbot/conformance/inspection/finding.ts";
import type { TestedWebhook } from "@meetbot/conformance/inspection/inspection.ts";
import { quote } from "@meetbot/conformance/inspection/to-curl.ts";
import { tellFinding, tellGroup, tellSummary } from "@meetbot/conformance/report/pretty.ts";
import { type Report, ruleOf } from "@meetbot/conformance/report/report.ts";
import { tellRules } from "@meetbot/conformance/report/tell-rules.ts";
import { toJson } from "@meetbot/conformance/report/to-json.ts";
import { toJunit } from "@meetbot/conformance/report/to-junit.ts";
import { groups, type RuleId } from "@meetbot/conformance/rules/rule-ids.ts";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import { CouldNotRunError } from "@meetbot/conformance/run/could-not-run-error.ts";
import { runConformance } from "@meetbot/conformance/run/run-conformance.ts";
import { exitCodes, explainFailure, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson, printText } from "@meetbot/conformance/terminal/print.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { type Command, Option } from "commander";
import { type Config, readConfig } from "../../../config.ts";
import type { Locale } from "../../../model/conversation/locale.ts";
import { guardOf } from "../../options/guard-of.ts";

interface Options {
  secret?: string;
  pageId: string;
  account?: string;
  order?: string;
  package?: string;
  only?: string;
  list?: boolean;
  curl?: boolean;
  json?: boolean;
  junit?: string;
  locale: Locale;
}

export function addTestCommand(program: Command): void {
  program
    .command("test")
    .description("Test a merchant's webhook against the protocol, in any language it is written.")
    .argument("[url]", "the webhook's URL; localhost too")
    .option("--secret <secret>", "the signing secret; default: MEETBOT_SIGNING_SECRET")
    .option("--page-id <id>", "the page_id of the queries", "231231232134111")
    .option("--account <email>", "an account of the shop, one that has orders")
    .option("--order <number>", "an order of the shop, one that has packages")
    .option("--package <number>", "a package of the shop")
    .option("--only <ids>", "rules or groups, separated by commas: security,orders.limit")
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
      "\nExit codes: 0 all rules that must be kept are kept, 1 some are not, 2 could not run.",
    )
    .action(async (url: string | undefined, options: Options) => {
      if (options.list) return print(...tellRules(options.locale));
      try {
        if (await test(url, options)) process.exitCode = exitCodes.failed;
      } catch (error) {
        note(...explainFailure(error));
        process.exitCode = exitCodes.couldNotRun;
      }
    });
}

/** Runs and reports; whether a rule that must be kept is broken. */
async function test(url: string | undefined, options: Options): Promise<boolean> {
  if (url === undefined) throw new WrongUseError("Which webhook? meetbot test URL --secret …");
  const [secret] = readSecrets(options.secret === undefined ? undefined : [options.secret]);
  const only = options.only === undefined ? undefined : readOnly(options.only);
  const toStdout = Number(options.json ?? false) + Number(options.junit === "-");
  if (toStdout > 1) throw new WrongUseError("--json and --junit - cannot both go to one output.");

  const config = readConfig(process.env);
  const agent = createMerchantAgent(openedGuard(url, config));
  const webhook = {
    url,
    secret,
    pageId: options.pageId,
    account: options.account,
    orderNumber: options.order,
    packageNumber: options.package,
  };
  const findings: Finding[] = [];
  const start = performance.now();
  try {
    for await (const finding of runConformance(webhook, { agent, guard: guardOf(config), only })) {
      if (toStdout === 0) tell(finding, findings.at(-1), options);
      findings.push(finding);
    }
  } finally {
    await agent.close();
  }
  const durationMs = performance.now() - start;
  const { locale } = options;
  const isPart = only !== undefined;
  write({ url, command: commandFor(webhook), locale, durationMs, findings, isPart }, options);
  return findings.some(({ status }) => status === "fail");
}

/** What repeats a run, ready to be pasted into a shell; the secret comes from the environment. */
function commandFor({ url, account, orderNumber, packageNumber }: TestedWebhook): string {
  const data = { account, order: orderNumber, package: packageNumber };
  const options = Object.entries(data).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quote(value)}`],
  );
  return ["npx meetbot test", quote(url), ...options].join(" ");
}

function tell(finding: Finding, before: Finding | undefined, { locale, curl }: Options): void {
  const { group } = ruleOf(finding);
  if (!before || ruleOf(before).group !== group) print("", tellGroup(group));
  print(...tellFinding(finding, locale, curl ?? false));
}

function write(report: Report, { json, junit }: Options): void {
  if (json) printJson(toJson(report));
  else if (junit === "-") printText(toJunit(report).trimEnd());
  else print("", ...tellSummary(report));
  if (junit !== undefined && junit !== "-") writeFileSync(junit, toJunit(report));
}

/** The guard of this environment, with the one host opened that a person has just named. */
function openedGuard(url: string, { outboundAllow, port }: Config) {
  const target = readTarget(url);
  if (typeof target === "string") throw new CouldNotRunError(explainVerdict(target));
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const list = parseAllowList([...outboundAllow, `${host}:${target.port}`]);
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
