import { provedMailbox } from "../identity/proofs.ts";
import type { Proof } from "../model/conversation/proof.ts";
import type { NewsEmail } from "../store/mailbox/turn.ts";

/** How a turn changed what is proved, and whether it begins to tell the customer of something. */
interface Proving {
  before: Proof[];
  after: Proof[];
  begins: boolean;
  now: number;
}

/** The mailbox in which the customer may be told from now on: one that a code has proved, and never one that was typed. */
export function newsEmailIn({ before, after, begins, now }: Proving): { newsEmail?: NewsEmail } {
  const email = provedMailbox(after, now);
  if (email === null) return {};
  return begins || email !== provedMailbox(before, now) ? { newsEmail: { email, begins } } : {};
}
