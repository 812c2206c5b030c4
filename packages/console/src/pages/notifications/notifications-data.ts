import type { InputOf, OutputOf } from "../../api/routes.ts";
import { routeQuery, useChange } from "../../api/use-route.ts";

export type Alerts = OutputOf<"GET /bots/{bot_id}/alerts">;
export type Destination = Alerts["data"][number];
export type AlertKind = Destination["kind"];
export type EventType = Destination["events"][number];
export type AlertLocale = Destination["locale"];
export type NewDestination = NonNullable<InputOf<"POST /bots/{bot_id}/alerts">["body"]>;
export type Changes = NonNullable<InputOf<"PATCH /bots/{bot_id}/alerts/{alert_id}">["body"]>;
export type Added = OutputOf<"POST /bots/{bot_id}/alerts">;
export type Tested = OutputOf<"POST /bots/{bot_id}/alerts/{alert_id}/test">;
export type Sent = OutputOf<"GET /bots/{bot_id}/alerts/{alert_id}/deliveries">["data"][number];

/** Notifications may be sent or switched off while the page is open. */
const lookAgainMs = 15_000;

export const alertsQuery = (botId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/alerts",
    { path: { bot_id: botId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );

export const sentQuery = (botId: string, alertId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/alerts/{alert_id}/deliveries",
    { path: { bot_id: botId, alert_id: alertId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );

/** Changes a bot's destinations, then reloads them. */
export function useAlertChange<Input, Output>(
  botId: string,
  change: (input: Input) => Promise<Output>,
) {
  return useChange(change, alertsQuery(botId).queryKey);
}

/** In the order in which they are offered. */
export const kinds: readonly AlertKind[] = [
  ...(["slack", "teams", "feishu", "dingtalk", "wecom", "email", "webhook"] as const),
];

export const eventTypes: readonly EventType[] = [
  ...(["conversation.waiting", "message.created", "conversation.taken"] as const),
  ...(["conversation.returned", "conversation.closed"] as const),
  ...(["shop.unavailable", "webhook.rules_broken"] as const),
];

/** The events that most teams want: a customer waits, or something is broken. */
export const usualEvents: readonly EventType[] = [
  ...(["conversation.waiting", "shop.unavailable", "webhook.rules_broken"] as const),
];

/** Whether robots of this kind can require a signature. */
export const hasRobotSecret = (kind: AlertKind) => kind === "feishu" || kind === "dingtalk";
