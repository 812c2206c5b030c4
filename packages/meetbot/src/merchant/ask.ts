import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { CodedTrouble, Outcome } from "@meetbot/network/exchange/outcome.ts";
import { toUsable } from "@meetbot/network/exchange/usable-answer.ts";
import {
  type Answer,
  newRequestId,
  type OrdersQuery,
  type PackagesQuery,
  ProtocolError,
  parseAnswer,
  type Query,
  type QueryContext,
  serializeQuery,
} from "@meetbot/protocol";
import type {
  MerchantAnswer,
  Question,
  UnaskedReason,
  UnavailableReason,
} from "../model/conversation/ask.ts";
import type { Delivery } from "../model/shop/delivery.ts";
import { inSpan, traceIdField } from "../tracing/tracer.ts";
import { type DeliverOptions, deliver, type MerchantEndpoint } from "./deliver.ts";
import type { CallResult } from "./resilience/breaker.ts";
import type { AskedFor } from "./resilience/bulkhead.ts";
import { type Asked, createCircuit, type EndpointRuntime } from "./resilience/endpoint-runtime.ts";

export type { MerchantEndpoint } from "./deliver.ts";

export interface AskOptions extends DeliverOptions {
  /** By it the endpoint's places are shared out; asked for nobody where absent. */
  askedFor?: AskedFor | null | undefined;
  /** Who reads the answer: sent with the question, and only what the webhook declared that it takes. */
  context?: QueryContext | undefined;
  newId?: (method: Query["method"]) => string;
}

/** Three cards fit a chat window without scrolling; the origin document's own page size. */
const PAGE_LIMIT = 3;

/** Whoever looks through whole lists asks for as much at once as the protocol allows. */
export const LONG_PAGE_LIMIT = 10;

/**
 * Asks the merchant one question; whoever asks the same meanwhile shares the answer. Whatever the
 * merchant or the network does comes back as an answer and as a record for the delivery log; only
 * the caller's own `signal` makes it reject.
 */
export async function askMerchant(
  question: Question,
  endpoint: MerchantEndpoint,
  options: AskOptions,
): Promise<Asked> {
  const { newId = newRequestId, now = Date.now, circuit = createCircuit(now) } = options;
  const startedAt = now();
  const join = (key: string) =>
    circuit.flights.join(key, options.signal, (signal) =>
      askOnce(question, endpoint, { ...options, newId, now, circuit, signal }),
    );
  const key = JSON.stringify([question, options.context]);
  const joined = await join(key);
  // Whoever asked first had no place: this one may have a better claim to one.
  const isTurnedAway = !joined.isFirst && isBusy(joined.result);
  const { result, isFirst } = isTurnedAway
    ? await join(`${options.askedFor?.conversationId} ${key}`)
    : joined;
  if (isFirst) return result;
  const { answer, delivery } = result;
  const durationMs = Math.max(0, now() - startedAt);
  const own = { id: newId(question.method), sharedWith: delivery.id, startedAt, durationMs };
  return { answer, delivery: { ...delivery, ...own, ...traceIdField(), exchanges: [] } };
}

const isBusy = ({ answer }: Asked) => answer.kind === "unavailable" && answer.reason === "busy";

type AskOnceOptions = AskOptions & Required<Pick<AskOptions, "newId" | "now" | "circuit">>;

async function askOnce(
  question: Question,
  endpoint: MerchantEndpoint,
  options: AskOnceOptions,
): Promise<Asked> {
  const { newId, now, circuit, context } = options;
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
    : await passBreaker(circuit, options, call);
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

type Delivered = { verdict: Verdict; exchanges: Exchange[] };

/** Asks nothing while the breaker is open, and not too much at once. */
async function passBreaker(
  { breaker, gate }: EndpointRuntime,
  { askedFor, signal }: AskOptions,
  call: () => Promise<Delivered>,
): Promise<Delivered> {
  if (breaker.isOpen()) return unasked("breaker_open");
  const leave = await gate.enter(signal, askedFor);
  if (!leave) return unasked("busy");
  try {
    const record = breaker.admit();
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

/** What the breaker makes of it: any answer that can be read shows that the shop is up. */
function resultOf({ verdict: { answer }, exchanges }: Delivered): CallResult {
  if (answer.kind !== "unavailable" || answer.reason === "refused_otherwise") return "good";
  if (answer.reason === "address_refused") return "neither";
  const status = exchanges.at(-1)?.httpStatus ?? null;
  if (status === 429) return "neither";
  return status !== null && status >= 400 && status < 500 ? "good" : "bad";
}

function toQuery(question: Question, id: string, pageId: string): OrdersQuery | PackagesQuery {
  if (!("page" in question)) return { ...question, id, pageId };
  const { page, isLong, ...asked } = { isLong: false, ...question };
  const limit = isLong ? LONG_PAGE_LIMIT : PAGE_LIMIT;
  return { ...asked, id, pageId, pagination: { page, limit } };
}

interface Verdict {
  answer: MerchantAnswer;
  detail: string | null;
  trouble?: CodedTrouble | undefined;
}

/** What the response says to the query, and for the merchant what is wrong with it. */
function judge(query: Query, outcome: Outcome): Verdict {
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

function accept(answer: Answer): Verdict {
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

/** Said to the merchant in the delivery log. */
const unaskedDetails: Record<UnaskedReason, string> = {
  breaker_open: "not asked: the endpoint failed again and again, and is tried again soon",
  endpoint_stopped: "not asked: the endpoint is stopped until it passes a test or is changed",
  busy: "not asked: too many queries to the endpoint wait for its answers",
};

function unasked(reason: UnaskedReason): Delivered {
  return { verdict: unavailable(reason, unaskedDetails[reason]), exchanges: [] };
}

function unavailable(reason: UnavailableReason, detail: string): Verdict {
  return { answer: { kind: "unavailable", reason }, detail };
}

function outcomeOf(answer: MerchantAnswer): Delivery["outcome"] {
  if (answer.kind === "unavailable") return answer.reason;
  return answer.kind === "refusal" ? answer.reason : "answered";
}
