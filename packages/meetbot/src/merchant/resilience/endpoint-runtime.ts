import type { MerchantAnswer } from "../../model/conversation/ask.ts";
import type { Delivery } from "../../model/shop/delivery.ts";
import { type Breaker, type BreakerChange, createBreaker } from "./breaker.ts";
import { createGate, type Gate } from "./bulkhead.ts";
import { createRetryBudget, type RetryBudget } from "./retry.ts";
import { createFlights, type Flights } from "./single-flight.ts";

/** What one query came to. */
export interface Asked {
  answer: MerchantAnswer;
  delivery: Delivery;
}

/** What a node remembers of one bot's endpoint from query to query. */
export interface Circuit {
  breaker: Breaker;
  gate: Gate;
  flights: Flights<Asked>;
  retries: RetryBudget;
  /** The signing secret with which the endpoint last accepted `X-Hub-Signature`. */
  acceptedSecret: string | null;
}

export function createCircuit(
  now: () => number = Date.now,
  onChange?: (change: BreakerChange) => void,
): Circuit {
  return {
    breaker: createBreaker(now, onChange),
    gate: createGate(now),
    flights: createFlights(),
    retries: createRetryBudget(now),
    acceptedSecret: null,
  };
}
