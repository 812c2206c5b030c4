import type { Question, UnaskedReason } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import {
  newRequestId,
  type OrdersQuery,
  type PackagesQuery,
  type Query,
  type QueryContext,
  serializeQuery,
} from "@meetbot/protocol";
import { inSpan, traceIdField } from "../tracing/tracer.ts";
import { type DeliverOptions, deliver, type MerchantEndpoint } from "./deliver.ts";
import type { AskedFor } from "./resilience/bulkhead.ts";
import type { Asking } from "./resilience/endpoint-breaker.ts";
import { createCircuit, type EndpointAnswer } from "./resilience/endpoint-runtime.ts";
import { sendProbe } from "./send-probe.ts";
import { type Delivered, isFailure, judge, outcomeOf, resultOf, unavailable } from "./verdict.ts";

export type { MerchantEndpoint } from "./deliver.ts";

export interface AskOptions extends DeliverOptions {
  /** Determines how the endpoint's request slots are shared; if absent, nobody waits for the answer. */
  askedFor?: AskedFor | null | undefined;
  /** The reader of the answer, sent with the query; includes only fields that the webhook declared it accepts. */
  context?: QueryContext | undefined;
  newId?: (method: Query["method"]) => string;
}

/** Three cards fit a chat window without scrolling; this is also the origin document's page size. */
const PAGE_LIMIT = 3;

/** Callers that search whole lists request as much at once as the protocol allows. */
export const LONG_PAGE_LIMIT = 10;

/**
 * Asks the merchant one question; callers with the same question meanwhile share the answer, and a failure is shared
 * for a few seconds longer. Whatever the merchant or the network does comes back as an answer and as a record for the
 * delivery log; only the caller's own `signal` makes it reject.
 */
export async function askMerchant(
  question: Question,
  endpoint: MerchantEndpoint,
  options: AskOptions,
): Promise<EndpointAnswer> {
  const { newId = newRequestId, now = Date.now, circuit = createCircuit(now) } = options;
  const startedAt = now();
  const join = (key: string) =>
    circuit.flights.join(key, options.signal, (signal) =>
      askOnce(question, endpoint, { ...options, newId, now, circuit, signal }),
    );
  const key = JSON.stringify([question, options.context]);
  // An operator who looks wants the current state.
  const isShared = options.askedFor && !endpoint.stopped;
  const failed = isShared ? circuit.failed.of(key) : undefined;
  const joined = failed ? { result: failed, isFirst: false } : await join(key);
  // The first caller got no place: this one may have a better claim to one.
  const isTurnedAway = !joined.isFirst && isBusy(joined.result);
  const { result, isFirst } = isTurnedAway
    ? await join(`${options.askedFor?.conversationId} ${key}`)
    : joined;
  if (isFirst) {
    if (isFailure(result)) circuit.failed.add(key, result);
    return result;
  }
  const { answer, delivery } = result;
  const durationMs = Math.max(0, now() - startedAt);
  const own = { id: newId(question.method), sharedWith: delivery.id, startedAt, durationMs };
  return { answer, delivery: { ...delivery, ...own, ...traceIdField(), exchanges: [] } };
}

const isBusy = ({ answer }: EndpointAnswer) =>
  answer.kind === "unavailable" && answer.reason === "busy";

type AskOnceOptions = AskOptions & Required<Pick<AskOptions, "newId" | "now" | "circuit">>;

async function askOnce(
  question: Question,
  endpoint: MerchantEndpoint,
  options: AskOnceOptions,
): Promise<EndpointAnswer> {
  const { newId, now, context } = options;
  const asked = toQuery(question, newId(question.method), endpoint.pageId);
  const query = { ...asked, ...(context && { context }) };
  const body = serializeQuery(query);
  const startedAt = now();
  const facts = { "meetbot.delivery": query.id, "meetbot.method": query.method };
  const call = () =>
    inSpan({ name: `ask ${query.method}`, kind: "internal", facts }, async (span) => {
      const { outcome, exchanges } = await deliver({ id: query.id, body }, endpoint, options);
      const verdict = judge(query, outcome);
      span.set({ "meetbot.outcome": outcomeOf(verdict.answer) });
      if (verdict.answer.kind === "unavailable") span.fail();
      return { verdict, exchanges };
    });
  const { verdict, exchanges } = endpoint.stopped
    ? unasked("endpoint_stopped")
    : await passBreaker({ question, askedFor: options.askedFor ?? null }, endpoint, options, call);
  const delivery: Delivery = {
    id: query.id,
    method: query.method,
    endpoint: endpoint.url,
    startedAt,
    durationMs: Math.max(0, now() - startedAt),
    outcome: outcomeOf(verdict.answer),
    detail: verdict.detail,
    ...(verdict.trouble && { trouble: verdict.trouble }),
    requestBody: body,
    exchanges,
    sharedWith: null,
    ...traceIdField(),
  };
  return { answer: verdict.answer, delivery };
}

/** Sends no query while the breaker is open, and limits concurrent queries. */
async function passBreaker(
  asking: Asking,
  endpoint: MerchantEndpoint,
  options: AskOnceOptions,
  call: () => Promise<Delivered>,
): Promise<Delivered> {
  const { breaker, gate } = options.circuit;
  if (breaker.isOpen(asking)) return unasked("breaker_open");
  const leave = await gate.enter(options.signal, asking.askedFor);
  if (!leave) return unasked("busy");
  try {
    const record = breaker.admit(asking, async () => (await sendProbe(endpoint, options)).result);
    if (!record) return unasked("breaker_open");
    try {
      const delivered = await call();
      record(resultOf(delivered));
      return delivered;
    } catch (error) {
      record("neither");
      throw error;
    }
  } finally {
    leave();
  }
}

function toQuery(question: Question, id: string, pageId: string): OrdersQuery | PackagesQuery {
  if (!("page" in question)) return { ...question, id, pageId };
  const { page, isLong, ...asked } = { isLong: false, ...question };
  const limit = isLong ? LONG_PAGE_LIMIT : PAGE_LIMIT;
  return { ...asked, id, pageId, pagination: { page, limit } };
}

/** Explanations shown to the merchant in the delivery log. */
const unaskedDetails: Record<UnaskedReason, string> = {
  breaker_open: "not asked: the endpoint failed again and again, and is tried again soon",
  endpoint_stopped: "not asked: the endpoint is stopped until it passes a test or is changed",
  busy: "not asked: too many queries to the endpoint wait for its answers",
};

function unasked(reason: UnaskedReason): Delivered {
  return { verdict: unavailable(reason, unaskedDetails[reason]), exchanges: [] };
}
