import type { MerchantAnswer, UnavailableReason } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { CodedTrouble, Outcome } from "@meetbot/network/exchange/outcome.ts";
import { toUsable } from "@meetbot/network/exchange/usable-answer.ts";
import { type Answer, ProtocolError, parseAnswer, type Query } from "@meetbot/protocol";
import type { CallResult } from "./resilience/breaker.ts";
import type { EndpointAnswer } from "./resilience/endpoint-runtime.ts";

/** The result of a query and the exchanges that led to it. */
export interface Delivered {
  verdict: AnswerVerdict;
  exchanges: Exchange[];
}

/** An answer, and a description for the merchant of what is wrong with it. */
export interface AnswerVerdict {
  answer: MerchantAnswer;
  detail: string | null;
  trouble?: CodedTrouble | undefined;
}

/** Returns the answer that a response gives to the query and, for the merchant, what is wrong with the response. */
export function judge(query: Query, outcome: Outcome): AnswerVerdict {
  if (outcome.kind === "failed") {
    return { ...unavailable(outcome.reason, outcome.detail), trouble: outcome.trouble };
  }
  try {
    return accept(parseAnswer(query, outcome.text));
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const reason = error.code === "invalid_json" ? "invalid_json" : "invalid_answer";
    return unavailable(reason, error.message);
  }
}

function accept(answer: Answer): AnswerVerdict {
  const usable = toUsable(answer);
  if (usable) return { answer: usable, detail: null };
  const code = answer.kind === "refusal" ? answer.code : null;
  return unavailable(
    "refused_otherwise",
    code === null
      ? "the refusal carries no usable error code"
      : `error code ${code} is not one of the protocol's`,
  );
}

/** That the shop gave no usable answer; the detail is the merchant's to read. */
export function unavailable(reason: UnavailableReason, detail: string): AnswerVerdict {
  return { answer: { kind: "unavailable", reason }, detail };
}

/** How the delivery log calls it. */
export function outcomeOf(answer: MerchantAnswer): Delivery["outcome"] {
  if (answer.kind === "unavailable") return answer.reason;
  return answer.kind === "refusal" ? answer.reason : "answered";
}

/** Returns the result for the breaker: any readable answer shows that the shop is up. */
export function resultOf({ verdict: { answer }, exchanges }: Delivered): CallResult {
  if (answer.kind !== "unavailable" || answer.reason === "refused_otherwise") return "good";
  if (answer.reason === "address_refused") return "neither";
  const status = exchanges.at(-1)?.httpStatus ?? null;
  if (status === 429) return "neither";
  return status !== null && status >= 400 && status < 500 ? "good" : "bad";
}

/** Whether the endpoint failed at this query, so that repeating it at once would not help. */
export function isFailure({ answer, delivery }: EndpointAnswer): boolean {
  if (answer.kind !== "unavailable" || delivery.exchanges.length === 0) return false;
  const verdict = { answer, detail: null };
  return answer.reason === "gone" || resultOf({ verdict, exchanges: delivery.exchanges }) === "bad";
}
