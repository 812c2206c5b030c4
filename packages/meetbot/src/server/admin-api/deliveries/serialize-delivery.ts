import type { z } from "@hono/zod-openapi";
import type { DeliveryDetail, DeliveryRow } from "@meetbot/admin-api/contract/deliveries.ts";
import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import { maskDelivery } from "../../../merchant/masking/mask-delivery.ts";

/** A delivery as the admin API lists it. */
export function serializeLogged(logged: LoggedDelivery): z.output<typeof DeliveryRow> {
  return {
    delivery_id: logged.id,
    conversation_id: logged.conversationId,
    method: logged.method,
    outcome: logged.outcome,
    http_status: logged.httpStatus,
    started_at: logged.startedAt.toISOString(),
    duration_ms: logged.durationMs,
    exchanges: logged.exchanges,
    secret_fingerprint: logged.secretFingerprint,
    message_seq: logged.seq,
    replay_of: logged.replayOf,
    asked_by: logged.askedBy,
  };
}

/** A recorded delivery, with the field names of the admin API. */
export type ToldDelivery = Omit<
  z.output<typeof DeliveryDetail>,
  "trouble" | "replays" | "kept_until" | "curl"
>;

/** Returns a delivery with all that was recorded; masked, it identifies nobody. */
export function serializeDelivery(
  logged: LoggedDelivery,
  delivery: Delivery,
  isMasked: boolean,
): ToldDelivery {
  const { endpoint, detail, requestBody, exchanges, sharedWith } = isMasked
    ? maskDelivery(delivery)
    : delivery;
  return {
    ...serializeLogged(logged),
    masked: isMasked,
    endpoint,
    detail,
    request_body: requestBody,
    exchange_log: exchanges.map(serializeExchange),
    shared_with: sharedWith,
    request_id: delivery.traceId ?? null,
  };
}

function serializeExchange(exchange: Exchange): ToldDelivery["exchange_log"][number] {
  const { lookupMs, connectMs, firstByteMs } = exchange.timings;
  return {
    started_at: new Date(exchange.startedAt).toISOString(),
    duration_ms: exchange.durationMs,
    outcome: exchange.outcome,
    detail: exchange.detail,
    http_status: exchange.httpStatus,
    secret_fingerprint: exchange.secretFingerprint ?? null,
    request_headers: exchange.requestHeaders,
    response_headers: exchange.responseHeaders,
    response_body: exchange.responseBody,
    timings: { lookup_ms: lookupMs, connect_ms: connectMs, first_byte_ms: firstByteMs },
  };
}
