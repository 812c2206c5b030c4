import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Outcome } from "@meetbot/network/exchange/outcome.ts";
import {
  ProtocolError,
  type PushStatusEvent,
  parseJson,
  serializePushStatus,
} from "@meetbot/protocol";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { deliver } from "../../../merchant/deliver.ts";
import type { EndpointRuntimes } from "../../../merchant/resilience/endpoint-runtimes.ts";
import { askedAt, stoppedFor } from "../../../operations/endpoint/ask-for-bot.ts";
import type { BotCache } from "../../../operations/endpoint/bot-cache.ts";
import { traceIdField } from "../../../tracing/tracer.ts";

/** The webhook's response to a push status. */
type Taken = { kind: "told" } | { kind: "refused"; endpoint: string } | { kind: "unavailable" };

/** What sending a push's status to a shop requires. */
export interface TellShopDeps {
  /** Stores the request and its response with the conversation. */
  recordDelivery(ref: ConversationRef, delivery: Delivery): Promise<void>;
  askers: BotCache;
  agentOf: AgentOf;
  circuits: EndpointRuntimes;
  signal: AbortSignal;
  /** By which it is signed. */
  now(): number;
}

/** Statuses that a webhook without support for the method returns instead of a protocol error. */
const refusingStatuses: readonly (number | null)[] = [400, 404, 405, 501];

/**
 * Sends the status of a push to the bot's webhook, signed like its queries. A shop that Meetbot spares at the moment
 * gets it later.
 */
export function createTellShop({
  recordDelivery,
  askers,
  agentOf,
  circuits,
  signal,
  now,
}: TellShopDeps) {
  return async (ref: ConversationRef, event: PushStatusEvent): Promise<Taken> => {
    const { botId } = ref;
    const asker = await askers.find(botId);
    if (!asker || stoppedFor(asker)) return { kind: "unavailable" };
    const { endpoint: url, pageId } = asker.bot;
    const { signingSecrets } = asker.secrets;
    const circuit = circuits.of(askedAt(asker));
    if (circuit.breaker.isOpen()) return { kind: "unavailable" };
    const startedAt = now();
    const body = serializePushStatus({ ...event, pageId });
    const { outcome, exchanges } = await deliver(
      { id: event.id, body },
      { url, pageId, signingSecrets },
      { agent: agentOf(botId, asker.listener?.id), circuit, signal, now },
    );
    await recordDelivery(ref, {
      ...{ id: `${event.id}.${startedAt}`, method: "push_status", endpoint: url, startedAt },
      ...{ durationMs: Math.max(0, now() - startedAt), outcome: outcomeOf(outcome) },
      detail: outcome.kind === "failed" ? outcome.detail : null,
      ...{ requestBody: body, exchanges, sharedWith: null, ...traceIdField() },
    });
    if (isTold(outcome)) return { kind: "told" };
    const isRefused = refusingStatuses.includes(exchanges.at(-1)?.httpStatus ?? null);
    return isRefused || isNo(outcome)
      ? { kind: "refused", endpoint: askedAt(asker).url }
      : { kind: "unavailable" };
  };
}

function outcomeOf(outcome: Outcome): Delivery["outcome"] {
  if (outcome.kind === "failed") return outcome.reason;
  if (isTold(outcome)) return "answered";
  return isNo(outcome) ? "refused_otherwise" : "invalid_answer";
}

const isTold = (outcome: Outcome) => successOf(outcome) === true;
const isNo = (outcome: Outcome) => successOf(outcome) === false;

function successOf(outcome: Outcome): unknown {
  if (outcome.kind === "failed") return null;
  try {
    return (parseJson(outcome.text) as { success?: unknown } | null)?.success;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}
