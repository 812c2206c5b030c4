import { CommandError, exitCodes } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { RecordedTest, TestStep, TestStepName } from "@meetbot/model/shop/endpoint-test.ts";
import type { Command } from "commander";
import { whyNotEchoed, whyNotVerified } from "../../../merchant/explain-test.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { runEndpointTest } from "../../options/run-endpoint-test.ts";
import { withStore } from "../../options/storage.ts";

interface TestOptions {
  next?: boolean;
  json?: boolean;
}

/** `meetbot bot test`: checks whether the endpoint responds, and whether it verifies the caller. */
export function addTestCommand(bot: Command): void {
  bot
    .command("test")
    .description(
      "Ask the endpoint a test, then as strangers would. Exit code 1 if it does not answer Meetbot, or not only Meetbot.",
    )
    .argument("<id>")
    .option("--next", "sign with the next secret, before it is promoted")
    .option("--json", "print one JSON object")
    .action(test);
}

async function test(id: string, { next, json }: TestOptions): Promise<void> {
  const stage = next ? "next" : "current";
  const { noted, nextWaits } = await withStore(async (store) => {
    const bot = await store.bots.find(id);
    if (!bot) throw noSuchBot(id);
    const secret = await store.bots.signingSecretAt(id, stage);
    if (secret === null) throw new CommandError(noNext(id));
    const nextWaits = !next && (await store.bots.signingSecretAt(id, "next")) !== null;
    return { noted: await runEndpointTest(store, bot, secret), nextWaits };
  });
  const { echoed, verifies } = noted.test;
  if (json) printJson(toPublic(id, stage, noted));
  else print(...inWords(noted));
  const why = echoed ? whyNotVerified(verifies) : null;
  if (why !== null) note(`Warning: ${why}`);
  if (!echoed && nextWaits) note(tryNext(id));
  const isGood = echoed && (verifies === "fully" || verifies === "body_only");
  if (!isGood) process.exitCode = exitCodes.failed;
}

const tryNext = (id: string) =>
  `This was signed with the current secret alone, and a next one waits. If the merchant has that in place already, all is well: customers' queries are signed with both. Test it with --next, or promote it: meetbot secret promote --bot ${id}`;

const noNext = (id: string) =>
  `There is no next secret to test with. Make one with: meetbot secret rotate --bot ${id}`;

function toPublic(id: string, stage: string, { url, secretFingerprint, test }: RecordedTest) {
  return {
    bot_id: id,
    url,
    stage,
    secret: secretFingerprint,
    at: new Date(test.at).toISOString(),
    echoed: test.echoed,
    verifies: test.verifies,
    steps: test.steps.map((step) => ({
      name: step.name,
      outcome: step.outcome,
      detail: step.detail,
      http_status: lastStatus(step),
    })),
  };
}

const asked: Record<TestStepName, string> = {
  echo: "asked properly",
  unsigned: "without a signature",
  wrong_secret: "signed with a wrong secret",
  stale: "signed ten minutes ago",
};

function inWords({ url, secretFingerprint, test }: RecordedTest): string[] {
  const steps = test.steps.map((step) => {
    const status = lastStatus(step) ?? "—";
    const isWanted = step.name !== "echo" && step.outcome === "refused";
    const detail = isWanted ? "as it should be" : (step.detail ?? "");
    return `  ${asked[step.name].padEnd(28)}${step.outcome}  ${status}  ${detail}`.trimEnd();
  });
  const verdict = test.echoed
    ? `answers; checks who asks: ${test.verifies.replace("_", " ")}`
    : `does not answer as it should: ${whyNotEchoed(test)}`;
  return [`${url} ${verdict} (secret ${secretFingerprint})`, ...steps];
}

function lastStatus({ exchanges }: TestStep): number | null {
  return exchanges.at(-1)?.httpStatus ?? null;
}
