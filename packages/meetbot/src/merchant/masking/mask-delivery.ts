import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import { maskBody } from "./mask-body.ts";
import { MASK, maskUrl } from "./mask-text.ts";

/** Response headers that describe the server and reveal nothing about a customer. */
const plainHeaders = new Set([
  "allow",
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "meetbot-answered-by",
  "retry-after",
  "server",
  "transfer-encoding",
  "vary",
]);

/** Masks a delivery for operators: shows what went wrong, but not which customer it was about. */
export function maskDelivery(delivery: Delivery): Delivery {
  return {
    ...delivery,
    endpoint: maskEndpoint(delivery.endpoint),
    requestBody: maskBody(delivery.requestBody),
    exchanges: delivery.exchanges.map((exchange) => maskExchange(exchange, delivery.endpoint)),
  };
}

/** An exchange of a delivery, or of a run. */
export function maskExchange(exchange: Exchange, endpoint: string): Exchange {
  const responseHeaders = Object.entries(exchange.responseHeaders).map(([name, value]) => [
    name,
    maskHeader(name, value, endpoint),
  ]);
  return {
    ...exchange,
    responseHeaders: Object.fromEntries(responseHeaders),
    responseBody: maskBody(exchange.responseBody),
  };
}

/** Keeps the redirect's target readable: the merchant needs it to fix the endpoint. */
function maskHeader(name: string, value: string, endpoint: string): string {
  if (plainHeaders.has(name)) return value;
  return name === "location" ? maskUrl(value, endpoint) : MASK;
}

/** The operator's own address stays readable; a password or a token in it does not. */
function maskEndpoint(endpoint: string): string {
  return endpoint.replace(/\/\/[^/?#]*@/, `//${MASK}@`).replace(/[?#].*$/s, `?${MASK}`);
}
