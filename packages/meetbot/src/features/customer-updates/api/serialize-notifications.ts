import type { z } from "@hono/zod-openapi";
import type {
  NotificationFigures,
  PushDetail,
  PushRow,
  SubscriptionRow,
  Subscriptions,
} from "@meetbot/admin-api/contract/notifications.ts";
import { pushTimes } from "@meetbot/model/push/notification.ts";
import {
  type LivingTally,
  type LoggedPush,
  type LoggedSubscription,
  type PushFigures,
  testPushes,
} from "@meetbot/model/push/push-log.ts";
import { maskSubject } from "../events/mask-subject.ts";
import type { ReadNotification } from "../store/read-push.ts";

/** The most recipients of one push that are listed one by one. */
const maxRecipients = 500;
const dayMs = 86_400_000;

/** A push as the log lists it. */
export function serializePush(push: LoggedPush): z.output<typeof PushRow> {
  return {
    push_id: push.id,
    method: push.method,
    is_test: push.id.startsWith(testPushes.idPrefix),
    occurred_at: push.occurredAt.toISOString(),
    accepted_at: push.acceptedAt.toISOString(),
    recipients: push.recipients,
    status: push.status,
    states: push.states,
  };
}

/** Returns the same push with the state of its notification in each conversation. */
export function serializePushDetail(
  push: LoggedPush,
  recipients: readonly ReadNotification[],
): z.output<typeof PushDetail> {
  const { acceptedAt, expiresAt } = push;
  return {
    ...serializePush(push),
    expires_at: expiresAt?.toISOString() ?? null,
    told: recipients.slice(0, maxRecipients).map(({ conversationId, at, ...one }) => ({
      conversation_id: conversationId,
      ...one,
      at: at.toISOString(),
    })),
    kept_until: new Date(acceptedAt.getTime() + pushTimes.keptDays * dayMs).toISOString(),
  };
}

/** Returns a subscription with its number or account masked. */
export function serializeSubscription(one: LoggedSubscription): z.output<typeof SubscriptionRow> {
  return {
    subscription_id: one.id,
    conversation_id: one.conversationId,
    channel: one.channel,
    scope: one.scope,
    subject: maskSubject(one),
    source: one.source,
    wording: one.wording,
    locale: one.locale,
    created_at: one.createdAt.toISOString(),
    ends_at: one.endsAt?.toISOString() ?? null,
    ended_at: one.endedAt?.toISOString() ?? null,
    ended_by: one.endedBy,
  };
}

/** Returns the number of living subscriptions, in total and by scope, source and channel. */
export function serializeLiving(
  tallies: readonly LivingTally[],
): Pick<z.output<typeof Subscriptions>, "living" | "living_by"> {
  const by = <Name extends "scope" | "source" | "channel">(name: Name) =>
    [...sum(tallies, (one) => one[name], "subscriptions")].map(([value, subscriptions]) => ({
      value,
      subscriptions,
    }));
  return {
    living: tallies.reduce((all, { subscriptions }) => all + subscriptions, 0),
    living_by: {
      scope: by("scope").map(({ value: scope, ...rest }) => ({ scope, ...rest })),
      source: by("source").map(({ value: source, ...rest }) => ({ source, ...rest })),
      channel: by("channel").map(({ value: channel, ...rest }) => ({ channel, ...rest })),
    },
  };
}

const groups = {
  told: ["sent", "delivered", "read"],
  waiting: ["accepted", "held", "queued"],
  skipped: ["skipped"],
  failed: ["failed"],
  expired: ["expired"],
} as const satisfies Record<string, readonly PushFigures["notifications"][number]["state"][]>;

/** Returns the numbers of pushes by outcome. */
export function serializeFigures(
  days: number,
  figures: PushFigures,
): z.output<typeof NotificationFigures> {
  const { pushes, unheard, began, stopped } = figures;
  const of = (name: keyof typeof groups) =>
    figures.notifications.filter(({ state }) => groups[name].some((one) => one === state));
  const count = (name: keyof typeof groups) => of(name).reduce((all, one) => all + one.count, 0);
  return {
    ...{ days, pushes, unheard, told: count("told") },
    told_by: [...sum(of("told"), ({ way }) => way, "count")].flatMap(([way, told]) =>
      way === null ? [] : [{ way, told }],
    ),
    ...{ waiting: count("waiting"), skipped: count("skipped") },
    skipped_by: [...sum(of("skipped"), ({ because }) => because, "count")].flatMap(
      ([because, skipped]) => (because === null ? [] : [{ because, skipped }]),
    ),
    ...{ failed: count("failed"), expired: count("expired"), began },
    stopped: stopped.reduce((all, one) => all + one.count, 0),
    stopped_by: stopped.map(({ endedBy, count: n }) => ({ ended_by: endedBy, stopped: n })),
  };
}

/** Adds up by a key, in the order of the first of each. */
function sum<Row, Key, Counted extends keyof Row>(
  rows: readonly (Row & Record<Counted, number>)[],
  keyOf: (row: Row) => Key,
  counted: Counted,
): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, (sums.get(key) ?? 0) + row[counted]);
  }
  return sums;
}
