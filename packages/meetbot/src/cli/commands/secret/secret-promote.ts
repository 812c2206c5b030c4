import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type Command, Option } from "commander";
import { whyNotEchoed, whyNotVerified } from "../../../merchant/explain-test.ts";
import { type NextPromotion, promoteNext } from "../../../operations/secrets/promote-next.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { overlap } from "../../options/overlap.ts";
import { runEndpointTest } from "../../options/run-endpoint-test.ts";
import type { SecretKindOptions } from "../../options/secret-kind.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";

interface PromoteOptions extends SecretKindOptions {
  bot: string;
  overlap?: number;
  untested?: boolean;
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
    .addOption(new Option("--push").hideHelp())
    .option("--json", "print one JSON object")
    .action(promote);
}

async function promote({ bot: botId, json, ...options }: PromoteOptions): Promise<void> {
  if (options.identity) throw new WrongUseError(hasNoNext("An identity", "--identity"));
  if (options.push) throw new WrongUseError(hasNoNext("A push", "--push"));
  const { overlap: overlapS, untested } = options;
  const promotion = await withStore(async (store) => {
    const bot = await store.bots.find(botId);
    if (!bot) throw noSuchBot(botId);
    const test = untested ? null : (secret: string) => runEndpointTest(store, bot, secret);
    return promoteNext(store.bots, bot, { overlapS, test });
  });
  if (promotion.outcome !== "promoted") throw explain(promotion, botId);
  const verifies = promotion.noted?.test.verifies ?? null;
  const result = {
    bot_id: botId,
    fingerprint: promotion.fingerprint,
    previous_valid_until: promotion.previousUntil.toISOString(),
    tested: verifies !== null,
    verifies,
  };
  if (json) printJson(result);
  else print(...writeTable(result));
  const warning = verifies && whyNotVerified(verifies);
  if (warning) note(`Warning: ${warning}`);
}

/** Meetbot verifies what the shop signs, so a new secret is valid at once and need not wait until the shop has it. */
const hasNoNext = (which: string, option: string) =>
  `${which} secret has no next one: meetbot secret rotate ${option} makes the new one valid at once, and the one before lives on for its overlap.`;

function explain(
  refused: Exclude<NextPromotion, { outcome: "promoted" }>,
  botId: string,
): CommandError {
  switch (refused.outcome) {
    case "no_bot":
      return noSuchBot(botId);
    case "no_next":
      return new CommandError(
        `Nothing is promoted: no next secret waits. Make one with: meetbot secret rotate --bot ${botId}`,
      );
    case "refused":
      return new CommandError(
        `Nothing is promoted: the endpoint did not answer a test signed with the next secret ${refused.noted.secretFingerprint} alone (${whyNotEchoed(refused.noted.test)}). The merchant may not have put that secret in place yet: both secrets sign until it is promoted, so there is no hurry. Then run this again. --untested promotes without asking.`,
      );
    case "changed":
      return new CommandError(
        "Nothing is promoted: the next secret or the endpoint was changed during the test. Run this again.",
      );
  }
}
