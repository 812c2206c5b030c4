import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Evidence } from "./levels.ts";
import { accountProof, accountProofs, numberProof } from "./proofs.ts";

/**
 * Whether the merchant may be queried at all. Under the policy `code`, only about a proved account and about numbers
 * that such an account lists: without a query, neither an answer nor its delay can reveal anything.
 */
export function mayAsk(
  question: Question,
  { policy, proofs, now }: Pick<Evidence, "policy" | "proofs" | "now">,
): boolean {
  if (policy !== "code") return true;
  if ("userAccount" in question) return accountProof(proofs, question.userAccount, now) !== null;
  const number = "orderNumber" in question ? question.orderNumber : question.packageNumber;
  return numberProof(proofs, number, now)?.source === "owned";
}

/**
 * Whether the proof by which the merchant was asked has ended since. What is in the list of an account that was proved is
 * not shown then as if its email had been typed: it was not.
 */
export function isProofOver(
  question: Question,
  known: Pick<Evidence, "policy" | "proofs" | "now">,
  now: number,
): boolean {
  const after = { ...known, now };
  if (!mayAsk(question, after)) return true;
  if (!("userAccount" in question)) return false;
  const isProved = ({ proofs, now }: typeof known) =>
    accountProof(proofs, question.userAccount, now) !== null;
  return isProved(known) && !isProved(after);
}

/** The account proved last, whose orders may be shown instead; `null`: none is proved. */
export function provedAccount({ proofs, now }: Pick<Evidence, "proofs" | "now">): string | null {
  return accountProofs(proofs, now)[0]?.value ?? null;
}
