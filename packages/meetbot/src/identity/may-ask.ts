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
 * Whether the proof behind a query to the merchant has expired since. The list of a proved account is then not shown as
 * if the customer had typed its email, because they did not.
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

/** Returns the account proved last, whose orders may be shown instead; `null` if none is proved. */
export function provedAccount({ proofs, now }: Pick<Evidence, "proofs" | "now">): string | null {
  return accountProofs(proofs, now)[0]?.value ?? null;
}
