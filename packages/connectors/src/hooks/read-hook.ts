import type { OrderPlaced, PushNews } from "@meetbot/sdk";
import { money } from "@meetbot/sdk/shop";

export type HookObject = Readonly<Record<string, unknown>>;

/** More parcels of one order are no news of one moment. */
export const maxParcels = 10;

/** The JSON object of a body; null: it is none. */
export function readObject(body: Uint8Array): HookObject | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is HookObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of some length that is not blank; null: it is none. */
export function textOf(value: unknown, longest = 200): string | null {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" || text.length > longest ? null : text;
}

/**
 * Parses a time that names its zone, or is in UTC by the platform's definition, to Unix milliseconds; `null` if
 * invalid.
 */
export function momentOf(value: unknown, isUtc = false): number | null {
  const text = textOf(value, 40);
  if (text === null || !(isUtc || /(?:Z|[+-]\d\d:?\d\d)$/.test(text))) return null;
  const moment = Date.parse(isUtc && !text.endsWith("Z") ? `${text}Z` : text);
  return Number.isNaN(moment) ? null : moment;
}

/** An amount that is written as a text; null: it is none. */
export function amountOf(value: unknown, currency: string): number | null {
  const text = textOf(value, 20);
  return text !== null && /^\d{1,12}(?:\.\d{1,6})?$/.test(text)
    ? money.round(text, currency)
    : null;
}

/**
 * The order that a hook reports. Customers who know the order by its account and customers who follow it get the
 * update.
 */
export interface HookOrder {
  number: string;
  email: string | null;
}

/** Whom news of an order are for. */
export function recipientOf({ number, email }: HookOrder): OrderPlaced["to"] {
  const isEmail = email !== null && /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email);
  return isEmail ? { account: email } : { orderNumber: number };
}

/** Returns the event that an order was placed. The shop returns the order's contents when Meetbot queries them. */
export function placedNews(
  order: HookOrder,
  { placedAt, currency, total }: { placedAt: number; currency: string; total: number },
): PushNews {
  return {
    method: "order.placed",
    to: recipientOf(order),
    order: {
      order_number: order.number,
      currency,
      timestamp: String(Math.floor(placedAt / 1_000)),
      status: "Processing",
      status_code: "processing",
      summary: { total_cost: total },
      elements: [],
    },
  };
}
