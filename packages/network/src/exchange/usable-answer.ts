import type { Answer, Refusal } from "@meetbot/protocol";

/** The merchant's "no" for a reason that the protocol knows. */
interface KnownRefusal extends Refusal {
  reason: Exclude<Refusal["reason"], "other">;
}

/** An answer that tells something. */
export type UsableAnswer = Exclude<Answer, Refusal> | KnownRefusal;

/**
 * What can be made of an answer; `null`: nothing, for it is a refusal whose reason nobody knows, which tells the
 * customer no more than silence. The reason to give is `refused_otherwise` then.
 */
export function toUsable(answer: Answer): UsableAnswer | null {
  if (answer.kind !== "refusal") return answer;
  const { reason } = answer;
  return reason === "other" ? null : { ...answer, reason };
}
