import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** What of a delivery is stored in plain, beside the sealed whole. */
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
