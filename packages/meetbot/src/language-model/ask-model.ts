import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Slot } from "@meetbot/model/conversation/action.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { startDeadline } from "@meetbot/network/exchange/deadline.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { applyCommand } from "./apply-command.ts";
import { maskUtterance } from "./mask-utterance.ts";
import { type ModelEndpoint, type Posted, postCompletion } from "./post-completion.ts";
import { readCommand, topicIds } from "./read-command.ts";
import { readCompletion } from "./read-completion.ts";
import { type TopicName, writeRequest } from "./write-request.ts";

/**
 * The longest that a customer may wait for the model, from the first step to the last byte, as a look-up still follows.
 */
export const modelDeadlineMs = 1_500;

/** An utterance of which the engine is unsure, with its context. */
export interface ModelQuestion {
  said: Recognition;
  orderNumberFormat: OrderNumberFormat | null;
  /** The slot that the bot asked for last; `null` if none. */
  askedFor: Slot | null;
  ownTopics: readonly TopicName[];
  isSignedIn: boolean;
}

/** An utterance as interpreted with a language model's help; without a command, the engine's own reading. */
export interface ModelReading {
  said: Recognition;
  call: ModelCall;
}

export interface AskModelOptions {
  agent: MerchantAgent;
  signal?: AbortSignal | undefined;
  /** Waits for a free request slot and returns its release function, or `null` if none frees up in time. */
  enter?(signal: AbortSignal): Promise<(() => void) | null>;
  deadlineMs?: number;
}

/**
 * Asks a language model which command an utterance is. Returns every outcome as a value. Rejects only if the caller's
 * `signal` is aborted, with its reason.
 */
export async function askModel(
  question: ModelQuestion,
  endpoint: ModelEndpoint,
  { agent, signal, enter, deadlineMs = modelDeadlineMs }: AskModelOptions,
): Promise<ModelReading> {
  const start = performance.now();
  const deadline = startDeadline(deadlineMs);
  const { said, askedFor, ownTopics } = question;
  const masked = maskUtterance(said, question.orderNumberFormat);
  const end = (call: Partial<ModelCall> & Pick<ModelCall, "outcome" | "reason">): ModelReading => {
    const durationMs = Math.round(performance.now() - start);
    const full: ModelCall = { command: null, tokens: null, durationMs, ...call };
    const reads = full.command && applyCommand(said, full.command, { ...question, masked });
    return { said: reads ?? said, call: full };
  };
  try {
    const signals = signal ? [signal, deadline.signal] : [deadline.signal];
    const leave = enter ? await enter(AbortSignal.any(signals)).catch(() => null) : () => {};
    signal?.throwIfAborted();
    if (!leave) return end({ outcome: "busy", reason: "busy" });
    try {
      // Others had the place for all the time there was.
      if (deadline.leftMs() <= 0) return end({ outcome: "busy", reason: "busy" });
      const body = writeRequest({
        model: endpoint.model,
        utterance: masked.text,
        language: said.locale,
        ...{ askedFor, ownTopics },
      });
      const posted = await postCompletion(endpoint, body, { agent, deadline, signal });
      return end(judge(posted, { topics: topicIds(ownTopics), numbers: masked.numbers }));
    } finally {
      leave();
    }
  } finally {
    deadline.stop();
  }
}

type Judged = Partial<ModelCall> & Pick<ModelCall, "outcome" | "reason">;

function judge(posted: Posted, limits: Parameters<typeof readCommand>[1]): Judged {
  if (posted.kind === "failed") {
    const { reason, httpStatus } = posted;
    const outcome = reason === "timeout" ? "timeout" : "failed";
    return { outcome, reason: reason === "http_status" ? `http_${httpStatus}` : reason };
  }
  const completion = readCompletion(posted.text);
  if (!completion) return { outcome: "failed", reason: "not_json" };
  const { content, tokens } = completion;
  if (content === null) return { outcome: "refused", reason: "not_one_text", tokens };
  const command = readCommand(content, limits);
  if (!command) return { outcome: "refused", reason: "no_command", tokens };
  return { outcome: "command", reason: null, command, tokens };
}
