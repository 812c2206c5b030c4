import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** Returns the columns of a delivery that are stored in plain text, next to the sealed delivery. */
export function deliveryColumns({
  id,
  method,
  outcome,
  startedAt,
  durationMs,
  exchanges,
}: Delivery) {
  const last = exchanges.at(-1);
  return {
    id,
    method,
    outcome,
    httpStatus: last?.httpStatus ?? null,
    startedAt: new Date(startedAt),
    durationMs: Math.round(durationMs),
    exchanges: exchanges.length,
    secretFingerprint: last?.secretFingerprint ?? null,
  };
}
