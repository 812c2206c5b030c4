import type { PushNews } from "@meetbot/sdk";
import type { HookCall, ParsedHook } from "../connector/hook.ts";
import { isSigned } from "../hooks/is-signed.ts";
import {
  amountOf,
  type HookObject,
  isObject,
  maxParcels,
  momentOf,
  placedNews,
  readObject,
  recipientOf,
  textOf,
} from "../hooks/read-hook.ts";
import type { WooConfig } from "./config.ts";
import { mapPackages } from "./map.ts";
import { filterOf, statusOf } from "./states.ts";
import { notedTrackings } from "./trackings.ts";
import type { OrderOutline } from "./woo-order.ts";

/**
 * Parses a WooCommerce webhook call: `X-WC-Webhook-Signature` is the base64 HMAC of the body under the webhook's own
 * secret. The first call, sent when a webhook is saved, is unsigned and contains only its id.
 */
export function hear({ headers, body }: HookCall, config: WooConfig): ParsedHook {
  if (isPing(body)) return { news: [] };
  if (config.hookSecret === null) return { fault: "no_secret" };
  const signature = headers.get("x-wc-webhook-signature");
  if (signature === null) return { fault: "unsigned" };
  if (!isSigned(body, signature, config.hookSecret)) return { fault: "bad_signature" };
  const source = URL.parse(headers.get("x-wc-webhook-source") ?? "");
  if (hostOf(source) !== hostOf(new URL(config.site))) return { fault: "other_shop" };
  const topic = headers.get("x-wc-webhook-topic");
  if (topic !== "order.created" && topic !== "order.updated") return { news: [] };
  const told = readObject(body);
  const news = told && newsOf(told, topic, config);
  return news ? { news } : { fault: "unreadable" };
}

const isPing = (body: Uint8Array) =>
  body.length < 40 && /^webhook_id=\d+$/.test(Buffer.from(body).toString("latin1"));

/** Removes `www.`: the shop is the same with or without it. */
const hostOf = (url: URL | null) => url?.hostname.replace(/^www\./, "");

function newsOf(told: HookObject, topic: string, config: WooConfig): PushNews[] | null {
  const number = textOf(told.number, 100);
  const status = textOf(told.status, 100);
  const currency = textOf(told.currency, 3);
  const createdAt = momentOf(told.date_created_gmt, true);
  const changedAt = momentOf(told.date_modified_gmt, true);
  if (number === null || status === null || currency === null) return null;
  const total = amountOf(told.total, currency);
  if (createdAt === null || changedAt === null || total === null) return null;
  const email = isObject(told.billing) ? textOf(told.billing.email, 254) : null;
  const outline: OrderOutline = { id: 0, number, status, billing: { email } };
  const filter = filterOf(outline, config);
  // A cart, or an unpaid order that may never be paid; payment on delivery or by invoice does not count as unpaid.
  if (filter === null || status === "pending" || status === "failed") return [];
  const order = { number, email };
  const placed = placedNews(order, { placedAt: createdAt, currency, total });
  const change = { to: recipientOf(order), occurredAt: changedAt };
  const changed = (code: string, occurredAt = changedAt): PushNews => ({
    ...{ method: "order.changed", ...change, orderNumber: number, status: code, occurredAt },
  });
  const { status_code: code } = statusOf(outline);
  const paidAt = momentOf(told.date_paid_gmt, true);
  const meta = Array.isArray(told.meta_data) ? told.meta_data.filter(isObject) : [];
  const packages = mapPackages(outline, notedTrackings(meta)).slice(0, maxParcels);
  return [
    ...(topic === "order.created" ? [placed] : []),
    ...(code === "processing" && paidAt !== null ? [changed("paid", paidAt)] : []),
    ...(code === "canceled" || code === "refunded" ? [changed(code)] : []),
    ...packages.map((pkg): PushNews => {
      const { package_number: packageNumber, package_status_code: parcel = "" } = pkg;
      return { method: "package.changed", ...change, packageNumber, status: parcel, package: pkg };
    }),
  ];
}
