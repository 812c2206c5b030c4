import type { IdentityPolicy } from "@meetbot/model/bot/bot.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { NewsOffer } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionSource } from "@meetbot/model/push/subscription.ts";
import { accountProof, numberProof } from "./proofs.ts";

/** What is known of a customer who wants to be told of something. */
interface Consenting {
  policy: IdentityPolicy;
  proofs: Proof[];
  now: number;
}

/**
 * How a customer comes to be told of what was offered to them; `null`: they may not be, for what it was shown by
 * proves nothing any more. All orders of an account are for who is signed in or linked: a typed email never does,
 * and a code in its mailbox is for half an hour.
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
