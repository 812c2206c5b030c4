import type { Answer, Refusal } from "@meetbot/protocol";

/** A refusal by the merchant with a reason that the protocol defines. */
interface KnownRefusal extends Refusal {
  reason: Exclude<Refusal["reason"], "other">;
}

/** An answer with information for the customer. */
export type UsableAnswer = Exclude<Answer, Refusal> | KnownRefusal;

/**
 * Returns the usable form of an answer; `null` for a refusal with an unknown reason, which tells the customer no more
 * than silence. The caller then gives `refused_otherwise` as the reason.
 */
export function toUsable(answer: Answer): UsableAnswer | null {
  if (answer.kind !== "refusal") return answer;
  const { reason } = answer;
  return reason === "other" ? null : { ...answer, reason };
}
