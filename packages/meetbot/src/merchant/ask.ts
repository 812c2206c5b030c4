import {
  type Answer,
  newRequestId,
  type OrdersQuery,
  type PackagesQuery,
  ProtocolError,
  parseAnswer,
  type Query,
  serializeQuery,
} from "@meetbot/protocol";
import type { MerchantAnswer, Question, UnavailableReason } from "../model/ask.ts";
import type { Delivery } from "../model/delivery.ts";
import { type DeliverOptions, deliver, type MerchantEndpoint } from "./deliver.ts";
import type { Outcome } from "./outcome.ts";

export type { MerchantEndpoint } from "./deliver.ts";

export interface AskOptions extends DeliverOptions {
  newId?: (method: Query["method"]) => string;
}

/** Three cards fit a chat window without scrolling; the origin document's own page size. */
const PAGE_LIMIT = 3;

/**
 * Asks the merchant one question. Whatever the merchant or the network does comes back as an
 * answer and as a record for the delivery log; only the caller's own `signal` makes it reject.
 */
export async function askMerchant(
  question: Question,
  endpoint: MerchantEndpoint,
  { newId = newRequestId, now = Date.now, ...options }: AskOptions,
): Promise<{ answer: MerchantAnswer; delivery: Delivery }> {
  const query = toQuery(question, newId(question.method), endpoint.pageId);
  const body = serializeQuery(query);
  const startedAt = now();
  const { outcome, ...exchange } = await deliver({ id: query.id, body }, endpoint, {
    ...options,
    now,
  });
  const verdict = judge(query, outcome);
  const delivery: Delivery = {
    id: query.id,
    method: query.method,
    endpoint: endpoint.url,
    startedAt,
    durationMs: Math.max(0, now() - startedAt),
    outcome: outcomeOf(verdict.answer),
    detail: verdict.detail,
    requestBody: body,
    ...exchange,
  };
  return { answer: verdict.answer, delivery };
}

function toQuery(question: Question, id: string, pageId: string): OrdersQuery | PackagesQuery {
  if (!("page" in question)) return { ...question, id, pageId };
  const { page, ...asked } = question;
  return { ...asked, id, pageId, pagination: { page, limit: PAGE_LIMIT } };
}

interface Verdict {
  answer: MerchantAnswer;
  detail: string | null;
}

/** What the response says to the query, and for the merchant what is wrong with it. */
function judge(query: Query, outcome: Outcome): Verdict {
  if (outcome.kind === "failed") return unavailable(outcome.reason, outcome.detail);
  try {
    return accept(parseAnswer(query, outcome.text));
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const reason = error.code === "invalid_json" ? "invalid_json" : "invalid_answer";
    return unavailable(reason, error.message);
  }
}

/** A refusal for a reason that Meetbot does not know tells the customer nothing: as good as none. */
function accept(answer: Answer): Verdict {
  if (answer.kind !== "refusal" || answer.reason !== "other") return { answer, detail: null };
  return unavailable(
    "refused_otherwise",
    answer.code === null
      ? "the refusal carries no usable error code"
      : `error code ${answer.code} is not one of the protocol's`,
  );
}

function unavailable(reason: UnavailableReason, detail: string): Verdict {
  return { answer: { kind: "unavailable", reason }, detail };
}

function outcomeOf(answer: MerchantAnswer): Delivery["outcome"] {
  if (answer.kind === "unavailable") return answer.reason;
  return answer.kind === "refusal" && answer.reason !== "other" ? answer.reason : "answered";
}
