import type { MerchantAnswer } from "../../model/conversation/ask.ts";
import type { Delivery } from "../../model/shop/delivery.ts";
import { type Breaker, type BreakerChange, createBreaker } from "./breaker.ts";
import { type Bulkhead, createBulkhead } from "./bulkhead.ts";
import { createRetryBudget, type RetryBudget } from "./retry.ts";
import { createSingleFlight, type SingleFlight } from "./single-flight.ts";

/** What one query came to. */
export interface Asked {
  answer: MerchantAnswer;
  delivery: Delivery;
}

/** What a node remembers of one bot's endpoint from query to query. */
export interface EndpointRuntime {
  breaker: Breaker;
  gate: Bulkhead;
  flights: SingleFlight<Asked>;
  retries: RetryBudget;
  /** The signing secret with which the endpoint last accepted `X-Hub-Signature`. */
  acceptedSecret: string | null;
}

export function createCircuit(
  now: () => number = Date.now,
  onChange?: (change: BreakerChange) => void,
): EndpointRuntime {
  return {
    breaker: createBreaker(now, onChange),
    gate: createBulkhead(now),
    flights: createSingleFlight(),
    retries: createRetryBudget(now),
    acceptedSecret: null,
  };
}
