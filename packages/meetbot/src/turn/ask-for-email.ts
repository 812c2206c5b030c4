import { isMailAddress } from "@meetbot/protocol";
import { leftEmailAttempts } from "../identity/left-email-limits.ts";
import type { LeftEmailOutcome } from "../model/conversation/waiting.ts";
import { type AskContext, type Heard, type TurnDeps, toRateLimitSubject } from "./turn-deps.ts";

/** Notes where a customer may be written to, as far as they may leave one. It proves nothing. */
export async function leaveEmail(
  email: string,
  asking: AskContext,
  world: TurnDeps,
): Promise<Heard> {
  const { bot, proofs, code } = asking;
  const hear = (outcome: LeftEmailOutcome): Heard => {
    return { input: { kind: "email_left", outcome }, proofs, code, deliveries: [] };
  };
  if (!isMailAddress(email)) return hear({ kind: "no_address" });
  const attempts = leftEmailAttempts(email, toRateLimitSubject(asking, world));
  const [exceeded] = await world.limits.count(bot.id, attempts);
  if (exceeded) return hear({ kind: "limited" });
  return { ...hear({ kind: "left", email }), leftEmail: email };
}
