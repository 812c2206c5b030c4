import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { NewsFacts, NewsOutside } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import { provedMailbox } from "../../identity/proofs.ts";
import type { NewsEmail } from "../../store/mailbox/turn.ts";

/** How a turn changed the customer's proofs and subscription. */
interface Proving {
  before: Proof[];
  after: Proof[];
  subscription: SubscriptionChange | undefined;
  now: number;
}

/** Returns the ways to reach a customer while the chat is closed: mail only if they proved a mailbox. */
export function newsOutside(
  { outside = { browser: false, email: false } }: Pick<NewsFacts, "outside">,
  proofs: Proof[],
  now: number,
): NewsOutside {
  return { ...outside, email: outside.email && provedMailbox(proofs, now) !== null };
}

/** Returns the mailbox for the customer's updates from now on: one that a code has proved, never one that was typed. */
export function newsEmailIn({ before, after, subscription, now }: Proving): {
  newsEmail?: NewsEmail;
} {
  const email = provedMailbox(after, now);
  // A customer who ended their updates gets no mail.
  if (email === null || subscription?.kind === "end") return {};
  const begins = subscription?.kind === "begin" || subscription?.kind === "resume";
  return begins || email !== provedMailbox(before, now) ? { newsEmail: { email, begins } } : {};
}
