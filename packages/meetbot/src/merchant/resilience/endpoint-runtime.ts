import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { BreakerChange, CallResult } from "./breaker.ts";
import { type Bulkhead, createBulkhead } from "./bulkhead.ts";
import { createEndpointBreaker, type EndpointBreaker } from "./endpoint-breaker.ts";
import { createFailedQuestions, type FailedQuestions } from "./failed-questions.ts";
import { createRetryBudget, type RetryBudget } from "./retry.ts";
import { createSingleFlight, type SingleFlight } from "./single-flight.ts";

/** The result of one query. */
export interface EndpointAnswer {
  answer: MerchantAnswer;
  delivery: Delivery;
}

/** An endpoint's response to Meetbot's own query. */
export interface ItselfSaid {
  result: CallResult;
  /** HTTP 410. */
  isGone: boolean;
}

/** A node's state for one bot's endpoint, kept between queries. */
export interface EndpointRuntime {
  breaker: EndpointBreaker;
  gate: Bulkhead;
  flights: SingleFlight<EndpointAnswer>;
  failed: FailedQuestions<EndpointAnswer>;
  itself: SingleFlight<ItselfSaid>;
  retries: RetryBudget;
  /** The signing secret with which the endpoint last accepted `X-Hub-Signature`. */
  acceptedSecret: string | null;
}

export function createCircuit(
  now: () => number = Date.now,
  onChange?: (change: BreakerChange) => void,
): EndpointRuntime {
  return {
    breaker: createEndpointBreaker(now, onChange),
    gate: createBulkhead(now),
    flights: createSingleFlight(),
    failed: createFailedQuestions(now),
    itself: createSingleFlight(),
    retries: createRetryBudget(now),
    acceptedSecret: null,
  };
}
