import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import type { Bots } from "../../store/bots/bots.ts";

/** How the next signing secret replaces the current one. */
export interface NextSecretInput {
  /** Overrides the overlap that was set when the next secret was created. */
  overlapS?: number | undefined;
  /** Sends the bot's endpoint a test signed with this secret alone; `null` to promote the secret without a test. */
  test: ((secret: string) => Promise<RecordedTest>) | null;
}

/**
 * The result of promoting. `refused`: the endpoint does not have the next secret. `changed`: that secret or the
 * endpoint changed during the test.
 */
export type NextPromotion =
  | { outcome: "promoted"; fingerprint: string; previousUntil: Date; noted: RecordedTest | null }
  | { outcome: "refused"; noted: RecordedTest }
  | { outcome: "no_next" }
  | { outcome: "changed" }
  | { outcome: "no_bot" };

/** Promotes a bot's next signing secret once its endpoint is known to have it. */
export async function promoteNext(
  bots: Bots,
  { id: botId }: Bot,
  { overlapS, test }: NextSecretInput,
): Promise<NextPromotion> {
  const secret = await bots.signingSecretAt(botId, "next");
  if (secret === null) return { outcome: "no_next" };
  const noted = test && (await test(secret));
  if (noted && !noted.test.echoed) return { outcome: "refused", noted };
  const input = { tested: noted, ...(overlapS !== undefined && { overlapS }) };
  const promotion = await bots.promoteSecret(botId, input);
  if (promotion?.outcome !== "promoted") return promotion ?? { outcome: "no_bot" };
  return { ...promotion, noted };
}
