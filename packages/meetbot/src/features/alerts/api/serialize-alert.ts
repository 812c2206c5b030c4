import type { z } from "@hono/zod-openapi";
import type { Alert } from "@meetbot/admin-api/contract/alerts.ts";
import type { AlertDelivery, AlertDestination } from "@meetbot/model/alert/alert-destination.ts";

/** Returns a destination in the form of the admin API. */
export function serializeAlert(destination: AlertDestination): z.output<typeof Alert> {
  const { id, kind, name, shown, isSigned, locale, events, withText, isOn } = destination;
  const { createdAt, lastSentAt, failingSince, stopped } = destination;
  return {
    ...{ alert_id: id, kind, name, shown, signed: isSigned, locale, events },
    ...{ with_text: withText, enabled: isOn && !stopped, created_at: createdAt.toISOString() },
    last_sent_at: lastSentAt?.toISOString() ?? null,
    failing_since: failingSince?.toISOString() ?? null,
    stopped_for: stopped?.for ?? null,
    stopped_at: stopped?.at.toISOString() ?? null,
  };
}

/** Returns the delivery of one event to a destination in the form of the admin API. */
export function serializeAlertDelivery(delivery: AlertDelivery) {
  const { id, type, conversationId, at, status, tries, nextAt, httpStatus, problem } = delivery;
  return {
    ...{ event_id: id, type, conversation_id: conversationId, at: at.toISOString() },
    ...{ status, tries, http_status: httpStatus, problem },
    next_at: nextAt?.toISOString() ?? null,
    ended_at: delivery.endedAt?.toISOString() ?? null,
  };
}
