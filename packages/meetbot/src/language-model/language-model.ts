import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import {
  type BreakerChange,
  type CallResult,
  createBreaker,
} from "../merchant/resilience/breaker.ts";
import { type AskedFor, createBulkhead } from "../merchant/resilience/bulkhead.ts";
import { askModel, type ModelQuestion, type ModelReading } from "./ask-model.ts";
import type { ModelEndpoint } from "./post-completion.ts";

/** One failure is enough, so that nobody else waits: without a model, the engine answers as before. */
const failuresInARow = 1;

/** The model that a node queries when its own engine is unsure. */
export interface LanguageModel {
  /** Returns every outcome as a value. Rejects only if `signal` is aborted, with its reason. */
  read(question: ModelQuestion, askedFor: AskedFor, signal: AbortSignal): Promise<ModelReading>;
}

export interface LanguageModelDeps {
  endpoint: ModelEndpoint;
  agent: MerchantAgent;
  onChange?: (change: BreakerChange) => void;
  now?: () => number;
  deadlineMs?: number;
}

/** Creates the node's language model client, which pauses while the model fails and limits concurrent calls. */
export function createLanguageModel({
  endpoint,
  agent,
  onChange,
  now = Date.now,
  deadlineMs,
}: LanguageModelDeps): LanguageModel {
  const breaker = createBreaker(now, onChange, failuresInARow);
  const gate = createBulkhead(now);
  return {
    async read(question, askedFor, signal) {
      const record = breaker.admit();
      if (!record) return { said: question.said, call: spared };
      try {
        const reading = await askModel(question, endpoint, {
          agent,
          signal,
          enter: (within) => gate.enter(within, askedFor),
          ...(deadlineMs !== undefined && { deadlineMs }),
        });
        record(resultOf(reading.call));
        return reading;
      } catch (error) {
        record("neither");
        throw error;
      }
    },
  };
}

const spared: ModelCall = {
  outcome: "spared",
  reason: "breaker_open",
  command: null,
  durationMs: 0,
  tokens: null,
};

/**
 * Rates a call's result. A server that responds at all is up; nonsense that a customer provokes from the model is no
 * outage.
 */
function resultOf({ outcome }: ModelCall): CallResult {
  if (outcome === "command" || outcome === "refused") return "good";
  return outcome === "busy" ? "neither" : "bad";
}
