import type { NotificationReason, NotificationState } from "@meetbot/model/push/notification.ts";
import { Counter, type Registry } from "prom-client";

/** The counters for shops' pushes. */
export interface PushCounters {
  /** Counts received pushes by outcome. */
  onPush(outcome: "accepted" | "repeated" | "echo" | "refused"): void;
  /** Counts the steps of notifications, by state and reason. */
  onNotification(state: NotificationState, because: NotificationReason | null): void;
}

/** Creates the `/metrics` counters of pushes and customer updates. */
export function createPushCounters(registers: Registry[]): PushCounters {
  const pushes = new Counter({
    name: "meetbot_pushes_total",
    help: "Pushes of shops and of their platforms, by outcome: accepted, repeated, echo, refused.",
    labelNames: ["outcome"],
    registers,
  });
  const notifications = new Counter({
    name: "meetbot_notifications_total",
    help: "Steps of what customers are told, by state (held, queued, sent, skipped, failed, expired) and reason.",
    labelNames: ["state", "because"],
    registers,
  });
  return {
    onPush: (outcome) => pushes.inc({ outcome }),
    onNotification: (state, because) => notifications.inc({ state, because: because ?? "" }),
  };
}
