import { type Command, Option } from "commander";
import { whyNotEchoed, whyNotVerified } from "../../merchant/explain-test.ts";
import type { Bot } from "../../model/bot.ts";
import type { Promotion, PromotionOrder } from "../../model/bot-secret.ts";
import type { NotedTest } from "../../model/endpoint-test.ts";
import type { Store } from "../../store/store.ts";
import { CommandError, noSuchBot, WrongUseError } from "../failure.ts";
import { overlap } from "../overlap.ts";
import { runEndpointTest } from "../run-endpoint-test.ts";
import { withStore } from "../storage.ts";
import { writeTable } from "../table.ts";

interface PromoteOptions {
  bot: string;
  overlap?: number;
  untested?: boolean;
  identity?: boolean;
  json?: boolean;
}

/** `meetbot secret promote`: puts the next signing secret in the place of the current one. */
export function addPromoteCommand(secret: Command): void {
  secret
    .command("promote")
    .description(
      "Ask the endpoint a test signed with the next secret alone; if it answers, make that the current one.",
    )
    .requiredOption("--bot <id>", "whose signing secret")
    .option(
      "--overlap <time>",
      "how long the one before stays valid: 0, 30m, 24h, up to 7d; default: as the rotation said",
      overlap,
    )
    .option("--untested", "do not ask the endpoint")
    .addOption(new Option("--identity").hideHelp()) // refused with what to do instead
    .option("--json", "print one JSON object")
    .action(promote);
}

async function promote({ bot: botId, json, ...options }: PromoteOptions): Promise<void> {
  if (options.identity) throw new WrongUseError(noNextIdentity);
  const { overlap: overlapS, untested } = options;
  const promoted = await withStore(async (store) => {
    const bot = await store.bots.find(botId);
    if (!bot) throw noSuchBot(botId);
    const noted = untested ? null : await handshake(store, bot);
    const order: PromotionOrder = { tested: noted, ...(overlapS !== undefined && { overlapS }) };
    const promotion = await store.bots.promoteSecret(botId, order);
    return { ...readPromotion(promotion, botId), verifies: noted?.test.verifies ?? null };
  });
  const result = {
    bot_id: botId,
    fingerprint: promoted.fingerprint,
    previous_valid_until: promoted.previousUntil.toISOString(),
    tested: promoted.verifies !== null,
    verifies: promoted.verifies,
  };
  console.log(json ? JSON.stringify(result) : writeTable(result));
  const warning = promoted.verifies && whyNotVerified(promoted.verifies);
  if (warning) console.error(`Warning: ${warning}`);
}

const noNextIdentity =
  "An identity secret has no next one: meetbot secret rotate --identity makes the new one valid at once, and the one before lives on for its overlap.";

/** Asks the endpoint whether it knows the next secret; nothing is promoted where it does not. */
async function handshake(store: Store, bot: Bot): Promise<NotedTest> {
  const secret = await store.bots.signingSecretAt(bot.id, "next");
  if (secret === null) throw noNext(bot.id);
  const noted = await runEndpointTest(store, bot, secret);
  if (noted.test.echoed) return noted;
  throw new CommandError(
    `Nothing is promoted: the endpoint did not answer a test signed with the next secret ${noted.secretFingerprint} alone (${whyNotEchoed(noted.test)}). The merchant may not have put that secret in place yet: both secrets sign until it is promoted, so there is no hurry. Then run this again. --untested promotes without asking.`,
  );
}

function readPromotion(promotion: Promotion | null, botId: string) {
  if (!promotion) throw noSuchBot(botId);
  if (promotion.outcome === "promoted") return promotion;
  if (promotion.outcome === "no_next") throw noNext(botId);
  throw new CommandError(
    "Nothing is promoted: the next secret or the endpoint was changed during the test. Run this again.",
  );
}

function noNext(botId: string): CommandError {
  return new CommandError(
    `Nothing is promoted: no next secret waits. Make one with: meetbot secret rotate --bot ${botId}`,
  );
}
