import type { z } from "@hono/zod-openapi";
import { type DeliveryFilterQuery, outcomes } from "@meetbot/admin-api/contract/deliveries.ts";
import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { DeliveryFilter } from "@meetbot/model/log/delivery-log.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

type Wanted = z.output<typeof DeliveryFilterQuery>;

const ofGroups = (...names: string[]) =>
  outcomes.filter((one) => names.includes(outcomeGroups[one]));
const groups: Readonly<Record<string, readonly Delivery["outcome"][]>> = {
  ok: ofGroups("answered"),
  no: ofGroups("no"),
  failed: ofGroups("failed", "unasked"),
};

/** Returns the filter for the log that a request specifies. */
export function readFilter(wanted: Wanted): DeliveryFilter {
  const { method, outcome, status, conversation_id, from, to, min_duration_ms, replays } = wanted;
  return {
    method,
    outcomes: outcome && (groups[outcome] ?? [outcome as Delivery["outcome"]]),
    httpStatus: status === undefined ? undefined : readStatus(status),
    conversationId: conversation_id,
    from: from === undefined ? undefined : new Date(from),
    until: to === undefined ? undefined : new Date(to),
    minDurationMs: min_duration_ms,
    replaysOnly: replays === "only",
  };
}

function readStatus(status: string): readonly [number, number] {
  const from = Number(status.replace("xx", "00"));
  return [from, from + (status.endsWith("xx") ? 100 : 1)];
}
