import type { WooClient } from "./client.ts";
import type { WooOrder, WooTracking } from "./woo-order.ts";

/**
 * Returns an order's parcels from the first of four sources that has any: what the plugins Shipment Tracking and
 * Advanced Shipment Tracking write into the order itself; WooCommerce's own fulfillments, since 10.1; and the routes of
 * each of those two plugins.
 */
export async function findTrackings(client: WooClient, order: WooOrder): Promise<WooTracking[]> {
  const noted = notedTrackings(order.meta_data);
  if (noted.length > 0) return noted;
  for (const { namespace, path, read } of ways) {
    const told = await client.getOptional<unknown>(namespace, path(order.id));
    const found = readList(told, read);
    if (found.length > 0) return found;
  }
  return [];
}

const metaKey = "_wc_shipment_tracking_items";

/** Returns the trackings that a plugin stored in the order itself. */
export function notedTrackings(
  metaData: readonly Readonly<Record<string, unknown>>[],
): WooTracking[] {
  return readList(metaData.find(({ key }) => key === metaKey)?.value, readPlugin);
}

const ways = [
  {
    namespace: "fulfillments",
    path: (id: number) => `wc/v3/orders/${id}/fulfillments`,
    read: readFulfillment,
  },
  {
    namespace: "wc-shipment-tracking",
    path: (id: number) => `wc-shipment-tracking/v3/orders/${id}/shipment-trackings`,
    read: readPlugin,
  },
  {
    namespace: "wc-ast",
    path: (id: number) => `wc-ast/v3/orders/${id}/shipment-trackings`,
    read: readPlugin,
  },
];

/** Parses a list, either bare or under `fulfillments`; leaves out invalid items. */
function readList(
  value: unknown,
  read: (item: Record<string, unknown>) => WooTracking | null,
): WooTracking[] {
  const below = isObject(value) ? value.fulfillments : value;
  const list = Array.isArray(below) ? below : [];
  return list.filter(isObject).flatMap((item) => read(item) ?? []);
}

/** Parses an entry of either plugin; metadata names contain `custom_` if the carrier is the owner's own. */
function readPlugin(item: Record<string, unknown>): WooTracking | null {
  const number = textOf(item.tracking_number);
  if (number === null) return null;
  return {
    number,
    carrier:
      textOf(item.formatted_tracking_provider) ??
      textOf(item.tracking_provider) ??
      textOf(item.custom_tracking_provider),
    url:
      textOf(item.formatted_tracking_link) ??
      textOf(item.tracking_link) ??
      textOf(item.custom_tracking_link),
    isSent: true,
    items: null,
  };
}

/** Parses a fulfillment of WooCommerce core: its data is in the metadata, with the carrier under one of two names. */
function readFulfillment(item: Record<string, unknown>): WooTracking | null {
  const list = Array.isArray(item.meta_data) ? item.meta_data.filter(isObject) : [];
  const meta = (key: string) => textOf(list.find((one) => one.key === key)?.value);
  if (item.date_deleted) return null;
  return {
    number: meta("_tracking_number"),
    carrier: meta("_shipment_provider") ?? meta("_shipping_provider"),
    url: meta("_tracking_url"),
    isSent: item.is_fulfilled === true || item.status === "fulfilled",
    items: readItems(list.find((one) => one.key === "_items")?.value),
  };
}

/** `[{ item_id, qty }]`; one that is not read makes the list worthless. */
function readItems(value: unknown): WooTracking["items"] {
  if (!Array.isArray(value) || value.length === 0) return null;
  const items = value.map((one) => ({
    lineId: Number(isObject(one) ? one.item_id : Number.NaN),
    quantity: Number(isObject(one) ? one.qty : Number.NaN),
  }));
  return items.every(({ lineId, quantity }) => lineId > 0 && quantity > 0) ? items : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
