import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { withConnectors } from "../../features/connectors/connecting/with-connectors.ts";
import { isHardToGuess } from "../../identity/order-number.ts";
import { endpointState } from "../../merchant/endpoint-state.ts";
import type { Store } from "../../store/store.ts";
import type { ChecklistFacts } from "./evaluate-checklist.ts";
import { lookAtOrderNumbers } from "./look-at-order-numbers.ts";
import { numbersCountUp } from "./numbers-count-up.ts";
import { numbersInAnswers } from "./numbers-in-answers.ts";

/** How many of the latest answers are checked for how the shop numbers its orders. */
const answersLookedAt = 20;

/** How many runs are searched for one of all rules; an earlier one would be too old. */
const runsLookedAt = 20;

/** What a checklist needs besides the bot. */
export interface ChecklistDeps {
  store: Pick<Store, "bots" | "connections" | "health" | "usage" | "deliveries"> & {
    runs?: RunsSeen;
  };
  guard: Pick<EndpointGuard, "judge">;
  sendsCodes: boolean;
  publicUrl: string | null;
}

/** The part of the conformance runs that the checklist reads. */
interface RunsSeen {
  list(botId: string, limit: number): Promise<readonly RunSeen[]>;
}

interface RunSeen {
  at: Date;
  url: string;
  secretFingerprint: string;
  counts: { fail: number; warn: number };
  /** Whether only some of the rules were requested. */
  isPart: boolean;
}

/** Gathers the facts for a bot's checklist. */
export async function gatherFacts(bot: Bot, deps: ChecklistDeps): Promise<ChecklistFacts> {
  const { store, guard, sendsCodes, publicUrl } = deps;
  const [verdict, connection, health, secrets, tests, runs, usage, deliveries, firstAnswerAt] =
    await Promise.all([
      withConnectors(guard).judge(bot.endpoint),
      store.connections.find(bot.id),
      store.health.find(bot.id),
      store.bots.listSecrets(bot.id),
      store.bots.testsOf(bot.id),
      store.runs?.list(bot.id, runsLookedAt),
      store.usage.of(bot.id),
      store.deliveries(bot.id, answersLookedAt),
      store.usage.firstAnswerAt(bot.id),
    ]);
  const current = secrets.find(({ kind, stage }) => kind === "signing" && stage === "current");
  const secretFingerprint = current?.fingerprint;
  const isSecretTested = current?.testedAt != null;
  return {
    bot,
    verdict,
    connection,
    health,
    endpoint: endpointState({ url: bot.endpoint, secretFingerprint }, tests),
    conformance: lastWholeRun(runs ?? [], { url: bot.endpoint, secretFingerprint, isSecretTested }),
    sendsCodes,
    publicUrl,
    usage,
    orderNumbers: lookAtOrderNumbers(deliveries, bot.orderNumberFormat),
    numbersCountUp: numbersCountUp(numbersInAnswers(deliveries).filter(numberAloneSuffices(bot))),
    firstAnswerAt,
  };
}

/** Returns a function: whether typing a number is enough to see what is in the order, by the bot's settings. */
function numberAloneSuffices({ policy, numberAlone }: Bot): (number: string) => boolean {
  if (policy !== "ladder" || numberAlone === "never") return () => false;
  return numberAlone === "always" ? () => true : isHardToGuess;
}

interface Now {
  url: string;
  secretFingerprint: string | undefined;
  /** The endpoint answered a test with it. */
  isSecretTested: boolean;
}

/**
 * Returns the last run of all rules. The rules test the webhook at a URL, whatever its secret: a run's result stays
 * valid after a rotation, once a test has shown that the new secret is in place.
 */
function lastWholeRun(
  runs: readonly RunSeen[],
  { url, secretFingerprint, isSecretTested }: Now,
): ChecklistFacts["conformance"] {
  const run = runs.find(({ isPart }) => !isPart);
  if (!run) return null;
  const isSecretKnown = run.secretFingerprint === secretFingerprint || isSecretTested;
  const isCurrent = run.url === url && isSecretKnown;
  return { at: run.at, failed: run.counts.fail, warned: run.counts.warn, isCurrent };
}
