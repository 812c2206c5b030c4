import { randomUUID } from "node:crypto";
import type { AlertDestination, AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertMeans, AlertOutcome } from "../form/alert.ts";
import { alertWays } from "../kinds/alert-ways.ts";
import { composeAlert } from "./compose-alert.ts";

/** Sends a sample alert at once and returns the outcome. It contains no customer data. */
export function testAlert(
  { kind, locale, events }: AlertDestination,
  secrets: AlertSecrets,
  {
    bot,
    publicUrl,
    ...means
  }: AlertMeans & { bot: { id: string; name: string }; publicUrl: string | null },
): Promise<AlertOutcome> {
  const alert = composeAlert({
    id: `test_${randomUUID()}`,
    type: events[0] ?? "conversation.waiting",
    at: new Date(means.now()),
    facts: {},
    bot,
    conversationId: null,
    text: null,
    locale,
    publicUrl,
    isTest: true,
  });
  return alertWays[kind].send(alert, secrets, means);
}
