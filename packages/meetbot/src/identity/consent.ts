import type { IdentityPolicy } from "@meetbot/model/bot/bot.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { NewsOffer } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionSource } from "@meetbot/model/push/subscription.ts";
import { accountProof, numberProof } from "./proofs.ts";

/** The facts about a customer who wants updates. */
interface Consenting {
  policy: IdentityPolicy;
  proofs: Proof[];
  now: number;
}

/**
 * Returns how a customer subscribes to the updates that the bot offered; `null` when they may not, because the proof
 * behind the offer proves nothing by now. Updates on all orders of an account are for customers who are signed in or
 * linked: a typed email never suffices, and a code in its mailbox lasts for half an hour.
 */
export function consentBy(
  { scope, subject, shownBy, expires }: NewsOffer,
  { policy, proofs, now }: Consenting,
): SubscriptionSource | null {
  if (expires !== null && expires <= now) return null;
  if (scope === "account") {
    const source = accountProof(proofs, subject, now)?.source;
    return source === "signed" ? "signed_in" : source === "link" ? "linked" : null;
  }
  if (policy === "off") return "choice";
  const proof = numberProof(proofs, shownBy, now);
  const suffices = policy === "code" ? proof?.source === "owned" : proof !== null;
  return suffices ? "choice" : null;
}
