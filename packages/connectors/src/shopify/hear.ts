import type { Package, PushNews } from "@meetbot/sdk";
import { packageNumber } from "@meetbot/sdk/shop";
import type { HookCall, ParsedHook } from "../connector/hook.ts";
import { isSigned } from "../hooks/is-signed.ts";
import {
  amountOf,
  type HookObject,
  maxParcels,
  momentOf,
  placedNews,
  readObject,
  recipientOf,
  textOf,
} from "../hooks/read-hook.ts";
import { only, webLink } from "../shop/only.ts";
import type { ShopifyConfig } from "./config.ts";
import { packageStatusOf } from "./states.ts";

/** The topics that lead to customer updates. The topic is not signed, so only the body's content counts. */
const readers: Readonly<Record<string, (told: HookObject) => PushNews[] | null>> = {
  "orders/create": (order) => orderNews(order, "placed"),
  "orders/paid": (order) => orderNews(order, "paid"),
  "orders/cancelled": (order) => orderNews(order, "canceled"),
  "fulfillments/create": fulfillmentNews,
  "fulfillments/update": fulfillmentNews,
};

/**
 * Parses a Shopify webhook. `X-Shopify-Hmac-Sha256` is the base64 HMAC of the body, keyed with the app's client secret
 * or with the secret shown under Settings, Notifications, Webhooks.
 */
export function hear({ headers, body }: HookCall, { host, hookSecret }: ShopifyConfig): ParsedHook {
  if (hookSecret === null) return { fault: "no_secret" };
  const signature = headers.get("x-shopify-hmac-sha256");
  if (signature === null) return { fault: "unsigned" };
  if (!isSigned(body, signature, hookSecret)) return { fault: "bad_signature" };
  // One app, and so one secret, may be of several shops.
  if (headers.get("x-shopify-shop-domain")?.toLowerCase() !== host) return { fault: "other_shop" };
  const topic = headers.get("x-shopify-topic") ?? "";
  const read = Object.hasOwn(readers, topic) ? readers[topic] : undefined;
  if (!read) return { news: [] };
  const told = readObject(body);
  const news = told && read(told);
  return news ? { news } : { fault: "unreadable" };
}

function orderNews(told: HookObject, what: "placed" | "paid" | "canceled"): PushNews[] | null {
  const number = textOf(told.name, 100)?.replace(/^#/, "");
  const [createdAt, updatedAt] = [momentOf(told.created_at), momentOf(told.updated_at)];
  if (!number || createdAt === null || updatedAt === null) return null;
  const order = { number, email: textOf(told.email, 254) };
  if (told.test === true) return [];
  if (what === "placed") {
    const currency = textOf(told.presentment_currency, 3) ?? textOf(told.currency, 3);
    if (currency === null) return null;
    const total = amountOf(told.total_price, currency);
    if (total === null) return null;
    return [placedNews(order, { placedAt: createdAt, currency, total })];
  }
  const canceledAt = momentOf(told.cancelled_at);
  const isSo = what === "paid" ? told.financial_status === "paid" : canceledAt !== null;
  const occurredAt = what === "paid" ? updatedAt : (canceledAt ?? updatedAt);
  const change = { to: recipientOf(order), orderNumber: number, status: what, occurredAt };
  return isSo ? [{ method: "order.changed", ...change }] : [];
}

/** A fulfillment's name contains its order's number and its position in the order: `#1001.1`, or `#1001-F1`. */
const fulfillmentName = /^#?(?<order>.{1,90}?)(?:\.|-F)(?<at>\d{1,4})$/;

function fulfillmentNews(told: HookObject): PushNews[] | null {
  const { order: number, at } = fulfillmentName.exec(textOf(told.name, 100) ?? "")?.groups ?? {};
  const occurredAt = momentOf(told.updated_at) ?? momentOf(told.created_at);
  if (number === undefined || at === undefined || occurredAt === null) return null;
  const status = statusOf(told);
  if (status === null) return [];
  const to = recipientOf({ number, email: textOf(told.email, 254) });
  const numbers = listOf(told.tracking_numbers);
  const links = listOf(told.tracking_urls);
  // A package number counts the order's carrier numbers, but the hook has only this fulfillment's. The shop finds
  // parcels by the number on the label.
  const parcels = numbers.length > 0 ? numbers : [packageNumber.make(number, at)];
  return parcels.slice(0, maxParcels).map((parcel, place): PushNews => {
    const pkg: Package = {
      order_number: number,
      package_number: parcel,
      ...packageStatusOf({ status: "SUCCESS", displayStatus: status }),
      ...only({
        carrier: textOf(told.tracking_company),
        tracking_number: numbers[place],
        tracking_url: webLink(links[place]),
      }),
    };
    return {
      method: "package.changed",
      ...{ to, packageNumber: parcel, status: pkg.package_status_code ?? "", occurredAt },
      package: pkg,
    };
  });
}

/** As the admin API calls it; null: nothing has left. */
function statusOf({ status, shipment_status: shipment }: HookObject): string | null {
  if (status === "cancelled") return "CANCELED";
  if (status !== "success") return null;
  return textOf(shipment)?.toUpperCase() ?? "FULFILLED";
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => textOf(one, 2_000) ?? []);
