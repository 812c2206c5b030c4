import type { z } from "@hono/zod-openapi";
import type { ShownExchange } from "@meetbot/admin-api/contract/webhook.ts";
import type { Sent } from "@meetbot/conformance/inspection/inspection.ts";
import { bodyOf } from "@meetbot/conformance/inspection/recipe.ts";
import type { RunExchange } from "@meetbot/conformance/inspection/run-result.ts";
import { rawRequest } from "@meetbot/conformance/trial/raw-request.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import { maskBody } from "../../../merchant/masking/mask-body.ts";
import { maskExchange } from "../../../merchant/masking/mask-delivery.ts";

type Told = z.infer<typeof ShownExchange>;

/** Longer bodies were cut when they were recorded. */
const recordedCharacters = 16_384;

/** Returns a run's recorded exchange; for viewers, customer data is masked. */
export function serializeExchange(kept: RunExchange, url: string, isMasked: boolean): Told {
  const { recipe, isRepeated } = kept;
  const exchange = isMasked ? maskExchange(kept.exchange, url) : kept.exchange;
  const { line, headers, body } = rawRequest({
    method: recipe.method,
    url,
    headers: exchange.requestHeaders,
    body: Buffer.from(bodyOf(recipe)),
  });
  return tell(exchange, exchange.responseBody, {
    line,
    headers: toHeaders(headers),
    body: isMasked ? maskBody(recipe.body) : recipe.body,
    bytes: body.length,
    padding_bytes: recipe.paddingBytes ?? 0,
    is_repeated: isRepeated,
  });
}

/** Returns a live exchange in full except for its signatures, because one of them never expires. */
export function serializeSent({ post, outcome, exchange, recipe }: Sent): Told {
  const { line, headers, body } = rawRequest({ ...post, headers: exchange.requestHeaders });
  const answer = outcome.kind === "received" ? outcome.text : exchange.responseBody;
  return tell(exchange, answer, {
    line,
    headers: toHeaders(headers),
    body: body.toString(),
    bytes: body.length,
    padding_bytes: recipe.paddingBytes ?? 0,
    is_repeated: false,
  });
}

function tell(exchange: Exchange, answer: string, request: Told["request"]): Told {
  const { timings } = exchange;
  return {
    started_at: new Date(exchange.startedAt).toISOString(),
    duration_ms: exchange.durationMs,
    outcome: exchange.outcome,
    detail: exchange.detail,
    http_status: exchange.httpStatus,
    timings: {
      lookup_ms: timings.lookupMs,
      connect_ms: timings.connectMs,
      first_byte_ms: timings.firstByteMs,
    },
    request,
    response: {
      headers: toHeaders(Object.entries(exchange.responseHeaders)),
      body: answer,
      bytes: Buffer.byteLength(answer),
      is_cut: answer === exchange.responseBody && answer.length >= recordedCharacters,
    },
  };
}

function toHeaders(headers: readonly (readonly [string, string])[]): Told["request"]["headers"] {
  return headers.map(([name, value]) => ({ name, value }));
}
