import type { EndpointGuard } from "../../merchant/endpoint-guard.ts";
import { endpointState } from "../../merchant/endpoint-state.ts";
import type { Bot } from "../../model/bot.ts";
import type { Store } from "../../store/store.ts";
import type { ChecklistFacts } from "./judge-checklist.ts";
import { lookAtOrderNumbers } from "./look-at-order-numbers.ts";

/** So many of the latest answers show how a shop numbers its orders. */
const answersLookedAt = 20;

/** What a checklist is made of beside the bot. */
export interface ChecklistParts {
  store: Pick<Store, "bots" | "health" | "sightings" | "deliveries">;
  guard: Pick<EndpointGuard, "judge">;
  sendsCodes: boolean;
  publicUrl: string | null;
}

/** Finds out what a bot's checklist is judged by. */
export async function gatherFacts(bot: Bot, parts: ChecklistParts): Promise<ChecklistFacts> {
  const { store, guard, sendsCodes, publicUrl } = parts;
  const [verdict, health, secrets, tests, sightings, deliveries, firstAnswerAt] = await Promise.all(
    [
      guard.judge(bot.endpoint),
      store.health.find(bot.id),
      store.bots.listSecrets(bot.id),
      store.bots.testsOf(bot.id),
      store.sightings.of(bot.id),
      store.deliveries(bot.id, answersLookedAt),
      store.sightings.firstAnswerAt(bot.id),
    ],
  );
  const current = secrets.find(({ kind, stage }) => kind === "signing" && stage === "current");
  const secretFingerprint = current?.fingerprint;
  return {
    bot,
    verdict,
    health,
    endpoint: endpointState({ url: bot.endpoint, secretFingerprint }, tests),
    conformance: null,
    sendsCodes,
    publicUrl,
    sightings,
    orderNumbers: lookAtOrderNumbers(deliveries, bot.orderNumberFormat),
    firstAnswerAt,
  };
}
