import { type LoggedPush, testPushes } from "@meetbot/model/push/push-log.ts";

/** Returns a push as JSON. The keys are a public contract, and the same as in the admin API. */
export function pushToFacts({ id, method, occurredAt, acceptedAt, ...push }: LoggedPush) {
  return {
    ...{ push_id: id, method, is_test: id.startsWith(testPushes.idPrefix) },
    occurred_at: occurredAt.toISOString(),
    accepted_at: acceptedAt.toISOString(),
    ...{ recipients: push.recipients, status: push.status, states: push.states },
  };
}
