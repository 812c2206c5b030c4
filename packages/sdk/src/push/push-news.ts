import { createHash } from "node:crypto";
import type { PushRecipient } from "@meetbot/protocol";
import { type OrderFound, type PackageFound, toOrder, toPackage } from "../answers/to-order.ts";

interface News {
  /** Whom it concerns: exactly one of `account`, `orderNumber` and `packageNumber`. */
  to: PushRecipient;
  /** A date, or Unix milliseconds: Meetbot notifies nobody after this time; at most 7 days ahead. */
  expiresAt?: Date | number;
  /** Your own id for the event, 1 to 64 of `A-Z a-z 0-9 _ -`; derived from the event's content if absent. */
  id?: string;
}

/** An order was placed. */
export interface OrderPlaced extends News {
  order: OrderFound;
}

/** An order was paid, canceled, refunded or delayed. */
export interface OrderChanged extends News {
  orderNumber: string;
  /** In your own words. */
  status: string;
  statusText?: string;
  /** A date, or Unix milliseconds. */
  occurredAt?: Date | number;
  order?: OrderFound;
}

/** A package moved. */
export interface PackageChanged extends News {
  packageNumber: string;
  /** In your own or the carrier's words. */
  status: string;
  statusText?: string;
  /** A date, or Unix milliseconds: when the event happened, not when you learned of it. */
  occurredAt: Date | number;
  package?: PackageFound;
}

/** A shop event to push, with its method; for batches and the outbox. */
export type PushNews =
  | ({ method: "order.placed" } & OrderPlaced)
  | ({ method: "order.changed" } & OrderChanged)
  | ({ method: "package.changed" } & PackageChanged);

/** One push as it travels, whatever number of times. */
export interface PushMessage {
  id: string;
  /** The same for all messages that must arrive in order: the order's or the package's number. */
  subject: string;
  body: string;
}

/**
 * Returns the message for an event. The same event always gives the same message, including its id, however often a
 * shop's job runs.
 */
export function toPushMessage(news: PushNews): PushMessage {
  const { method, to, expiresAt } = news;
  const subject = subjectOf(news);
  const id = news.id ?? idOf(news, subject);
  return {
    id,
    subject: `${method === "package.changed" ? "package" : "order"} ${subject}`,
    body: JSON.stringify({
      request: { category: "ecommerce", method, id, meta: "" },
      recipient: toRecipient(to),
      params: paramsOf(news),
      ...(expiresAt !== undefined && { expires_at: momentOf(expiresAt) }),
    }),
  };
}

/** Returns a test push, which notifies nobody. */
export function toTestMessage(id: string, testToken: string): PushMessage {
  const request = { category: "ecommerce", method: "test", id, meta: "" };
  return {
    id,
    subject: "test",
    body: JSON.stringify({ request, params: { test_token: testToken } }),
  };
}

/**
 * Checks whether an id was derived from the event itself, so that another text under the same id is still the same
 * event.
 */
export function isMadeId(id: string): boolean {
  return /^push_[\w-]{32}$/.test(id);
}

function subjectOf(news: PushNews): string {
  switch (news.method) {
    case "order.placed":
      return news.order.order_number;
    case "order.changed":
      return news.orderNumber;
    case "package.changed":
      return news.packageNumber;
  }
}

/** Returns 192 bits derived from what distinguishes this news from all other. */
function idOf(news: PushNews, subject: string): string {
  const status = news.method === "order.placed" ? "" : news.status;
  const occurredAt =
    news.method === "order.placed" || news.occurredAt === undefined
      ? ""
      : momentOf(news.occurredAt);
  const facts = JSON.stringify([news.method, subject, status, occurredAt]);
  return `push_${createHash("sha256").update(facts).digest("base64url").slice(0, 32)}`;
}

function paramsOf(news: PushNews): object {
  switch (news.method) {
    case "order.placed":
      return { order_number: news.order.order_number, order: toOrder(news.order) };
    case "order.changed":
      return {
        order_number: news.orderNumber,
        status: news.status,
        status_text: news.statusText,
        occurred_at: news.occurredAt === undefined ? undefined : momentOf(news.occurredAt),
        order: news.order && toOrder(news.order),
      };
    case "package.changed":
      return {
        package_number: news.packageNumber,
        status: news.status,
        status_text: news.statusText,
        occurred_at: momentOf(news.occurredAt),
        package: news.package && toPackage(news.package),
      };
  }
}

function toRecipient(to: PushRecipient): object {
  if ("account" in to) return { account: to.account };
  return "orderNumber" in to
    ? { order_number: to.orderNumber }
    : { package_number: to.packageNumber };
}

function momentOf(moment: Date | number): string {
  return String(Math.floor(Number(moment)));
}
