import {
  cancel,
  createApiKey,
  fulfill,
  order,
  signUp,
} from "../../../examples/vendure-shop/src/fill-vendure.ts";
import { runVendure } from "../../../examples/vendure-shop/src/run-vendure.ts";
import { type ConnectedShop, type ConnectorName, connectors } from "../src/index.ts";
import {
  item as evershopItem,
  order as evershopOrder,
  shipment as evershopShipment,
} from "./evershop/evershop-orders.ts";
import { createFakeEvershop, email, password } from "./evershop/fake-evershop.ts";
import { createFakeMedusa, secretKey } from "./medusa/fake-medusa.ts";
import {
  item as medusaItem,
  order as medusaOrder,
  fulfillment as medusaParcel,
} from "./medusa/medusa-orders.ts";
import { clientId, clientSecret, createFakeShopify } from "./shopify/fake-shopify.ts";
import { makeOrder as shopifyOrder } from "./shopify/shopify-orders.ts";
import { findShopifySchema } from "./shopify/shopify-schema.ts";
import * as shoplazza from "./shoplazza/fake-shoplazza.ts";
import {
  order as shoplazzaOrder,
  parcel as shoplazzaParcel,
} from "./shoplazza/shoplazza-orders.ts";
import * as shopline from "./shopline/fake-shopline.ts";
import {
  both,
  order as shoplineOrder,
  parcel as shoplineParcel,
} from "./shopline/shopline-orders.ts";
import { accessKeyId, createFakeShopware, secretAccessKey } from "./shopware/fake-shopware.ts";
import { delivery, line, order as shopwareOrder } from "./shopware/shopware-orders.ts";
import { findShopwareSchema } from "./shopware/shopware-schema.ts";
import { findVendure } from "./vendure/find-vendure.ts";
import {
  consumerKey,
  consumerSecret,
  createFakeWooCommerce,
  order as wooOrder,
} from "./woocommerce/fake-woocommerce.ts";

/** The same small shop on each platform: what one customer ordered, in the states that all platforms know. */
export interface StandardShop {
  shop: ConnectedShop;
  /** Paid; sent as one parcel; called off: the numbers of these orders. */
  numbers: { waiting: string; sent: string; canceled: string };
}

/** Who ordered, what, and what stands on the parcel. */
export const customer = "otto@shop.example";
const title = "Enamel Mug";
export const label = { carrier: "UPS", number: "1Z999AA10987654321" };

const numbers = { waiting: "1003", sent: "1002", canceled: "1001" };
const { carrier, number: tracking } = label;

/** Returns a connector's clock that advances by a second per reading, so that no limit applies to these queries. */
function movingClock(): () => number {
  let nowMs = Date.now();
  return () => {
    nowMs += 1_000;
    return nowMs;
  };
}

/**
 * The shop on each platform; null when the program that runs or checks it is not installed. `after` registers the
 * clean-up.
 */
export const standardShops: Record<
  ConnectorName,
  (after: (end: () => Promise<void>) => void) => StandardShop | null | Promise<StandardShop | null>
> = {
  async vendure(after) {
    const folder = await findVendure();
    if (folder === null) return null;
    const vendure = await runVendure(folder);
    after(async () => vendure[Symbol.asyncDispose]());
    const { owner } = vendure;
    const otto = await signUp(vendure, customer);
    const mugs = { pay: "card", variant: "mug" } as const;
    const canceled = await order(otto, mugs);
    await cancel(owner, canceled);
    const sent = await order(otto, mugs);
    await fulfill(owner, sent, { carrier, tracking, as: "Shipped" });
    const waiting = await order(otto, mugs);
    const apiKey = await createApiKey(owner, ["ReadOrder", "ReadCustomer"]);
    const config = connectors.vendure.readConfig({ url: `${vendure.url}/admin-api`, apiKey });
    const shop = connectors.vendure.connect(config, { fetch, now: Date.now });
    const codes = { waiting: waiting.code, sent: sent.code, canceled: canceled.code };
    return { shop, numbers: codes };
  },

  shopify() {
    const schema = findShopifySchema();
    if (!schema) return null;
    const now = movingClock();
    const line = { title, variantTitle: null, quantity: 2, currentQuantity: 2, image: null };
    const bag = (amount: string) => ({ presentmentMoney: { amount }, shopMoney: { amount } });
    const plain = {
      lineItems: { nodes: [{ ...line, isGiftCard: false, originalUnitPriceSet: bag("25.0") }] },
      ...{ totalTaxSet: bag("0.00"), totalPriceSet: bag("54.95") },
    };
    const shopifyOne = (wish: Partial<Parameters<typeof shopifyOrder>[0]>, number: string) =>
      shopifyOrder(
        { daysAgo: 9, ...wish, number: Number(number), changes: { ...plain, ...wish.changes } },
        now(),
      );
    const parcels = [{ status: "IN_TRANSIT", company: carrier, number: tracking }];
    const sent = shopifyOne({ sent: "FULFILLED", parcels }, numbers.sent);
    const [fulfillment] = sent.fulfillments as object[];
    const fulfillmentLineItems = { nodes: [{ quantity: 2, lineItem: { title } }] };
    const orders = [
      shopifyOne({ changes: { cancelledAt: "2026-11-13T08:00:00Z" } }, numbers.canceled),
      {
        ...sent,
        fulfillments: [{ ...fulfillment, estimatedDeliveryAt: null, fulfillmentLineItems }],
      },
      shopifyOne({}, numbers.waiting),
    ];
    const { fetch } = createFakeShopify(schema, orders, now);
    const config = connectors.shopify.readConfig({ shop: "test", clientId, clientSecret });
    return { shop: connectors.shopify.connect(config, { fetch, now }), numbers };
  },

  woocommerce() {
    const line_items = [{ name: title, quantity: 2, subtotal: "50.00" }];
    const plain = { line_items, total_tax: "0.00", total: "54.95" };
    const item = { tracking_provider: "ups", tracking_number: tracking, custom_tracking_link: "" };
    const meta_data = [{ key: "_wc_shipment_tracking_items", value: [item] }];
    const { fetch } = createFakeWooCommerce([
      wooOrder(Number(numbers.canceled), "cancelled", plain),
      wooOrder(Number(numbers.sent), "shipped", { ...plain, meta_data }),
      wooOrder(Number(numbers.waiting), "processing", plain),
    ]);
    const keys = { consumerKey, consumerSecret };
    const config = connectors.woocommerce.readConfig({ url: "https://shop.example/shop", ...keys });
    return { shop: connectors.woocommerce.connect(config, { fetch, now: movingClock() }), numbers };
  },

  shopware() {
    const schema = findShopwareSchema();
    if (!schema) return null;
    const now = movingClock();
    const sentBy = (state: string, codes: readonly string[] = []) => {
      const plain = delivery(state, codes);
      const { shippingMethod: method } = plain;
      const ups = { ...method, translated: { name: carrier }, trackingUrl: "" };
      const shippingDateLatest = "2027-01-07T16:00:00.000+00:00";
      return {
        lineItems: [line(title, 2, 50, { payload: [], cover: null })],
        ...{ taxStatus: "net", amountNet: 54.95, amountTotal: 65.39 },
        deliveries: [{ ...plain, shippingMethod: ups, shippingDateLatest }],
      };
    };
    const orders = [
      shopwareOrder({
        ...{ number: numbers.canceled, order: "cancelled", changes: sentBy("cancelled") },
      }),
      shopwareOrder({ number: numbers.sent, changes: sentBy("shipped", [tracking]) }),
      shopwareOrder({ number: numbers.waiting, changes: sentBy("open") }),
    ];
    const { fetch } = createFakeShopware(schema, orders, now);
    const url = "https://shop.example/shop";
    const config = connectors.shopware.readConfig({ url, accessKeyId, secretAccessKey });
    return { shop: connectors.shopware.connect(config, { fetch, now }), numbers };
  },

  shoplazza() {
    const goods = { product_title: title, variant_title: "", quantity: 2 };
    const line_items = [{ ...goods, price: "25.00", total_price: "50.00", image: null }];
    const amounts = { sub_total: "50.00", total_shipping: "4.95", total_tax: "0.00" };
    const plain = { ...amounts, line_items, total_price: "54.95", currency: "EUR" };
    const parcel = { ...shoplazzaParcel("shipped", tracking, 1), tracking_company: carrier };
    const fulfillments = [{ ...parcel, line_items: [{ product_title: title }] }];
    const { fetch } = shoplazza.createFakeShoplazza([
      shoplazzaOrder(numbers.waiting, "placed paid initialled", plain),
      shoplazzaOrder(numbers.sent, "placed paid shipped", { ...plain, fulfillments }),
      shoplazzaOrder(numbers.canceled, "cancelled paid initialled", plain),
    ]);
    const { accessToken } = shoplazza;
    const config = connectors.shoplazza.readConfig({ shop: "test", accessToken });
    return { shop: connectors.shoplazza.connect(config, { fetch, now: movingClock() }), numbers };
  },

  medusa() {
    const goods = { product_title: title, title, variant_title: "Default variant" };
    const plain = {
      items: [medusaItem({ ...goods, thumbnail: null })],
      ...{ tax_total: 0, total: 54.95 },
    };
    const parcel = { tracking_number: tracking, tracking_url: "#" };
    const fulfillments = [
      medusaParcel(1, { shipped_at: "2026-11-13T08:00:00Z", labels: [parcel] }),
    ];
    const { fetch } = createFakeMedusa([
      medusaOrder(Number(numbers.canceled), "canceled/canceled/not_fulfilled", plain),
      medusaOrder(Number(numbers.sent), "pending/captured/shipped", { ...plain, fulfillments }),
      medusaOrder(Number(numbers.waiting), "pending/captured/not_fulfilled", plain),
    ]);
    const url = "https://shop.example/backend";
    const config = connectors.medusa.readConfig({ url, secretKey, carrier });
    return { shop: connectors.medusa.connect(config, { fetch, now: movingClock() }), numbers };
  },

  shopline() {
    const goods = { title, variant_title: "", quantity: 2, price: "2.50" };
    const plain = {
      line_items: [{ ...goods, price_set: both(25, "EUR") }],
      ...{ total_line_items_price_set: both(50, "EUR"), total_tax_set: both(0, "EUR") },
      ...{ total_shipping_price_set: both(4.95, "EUR"), total_discounts_set: both(0, "EUR") },
      current_total_price_set: both(54.95, "EUR"),
    };
    const parcel = { tracking_company: carrier, tracking_url: "", line_items: [{ title }] };
    const fulfillments = [shoplineParcel(tracking, parcel)];
    const { fetch } = shopline.createFakeShopline([
      shoplineOrder(numbers.canceled, "paid", { ...plain, status: "canceled" }),
      shoplineOrder(numbers.sent, "paid fulfilled", { ...plain, fulfillments }),
      shoplineOrder(numbers.waiting, "paid", plain),
    ]);
    const { accessToken } = shopline;
    const config = connectors.shopline.readConfig({ shop: "test", accessToken });
    return { shop: connectors.shopline.connect(config, { fetch, now: movingClock() }), numbers };
  },

  evershop() {
    const now = movingClock();
    const price = (value: number) => ({ value });
    const goods = { productName: title, variantOptions: [], thumbnail: null };
    const plain = {
      items: [evershopItem({ ...goods, lineTotalInclTax: price(50) })],
      ...{ subTotalInclTax: price(50), shippingFeeInclTax: price(4.95) },
      ...{ totalTaxAmount: price(0), grandTotal: price(54.95) },
    };
    const shipments = [
      evershopShipment("shipped", tracking, { items: [{ productName: title, qty: 2 }] }),
    ];
    const { fetch } = createFakeEvershop(now, [
      evershopOrder(numbers.canceled, "canceled/canceled/canceled", plain),
      evershopOrder(numbers.sent, "paid/shipped", { ...plain, shipments }),
      evershopOrder(numbers.waiting, "paid/pending", plain),
    ]);
    const url = "https://shop.example/shop";
    const config = connectors.evershop.readConfig({ url, email, password });
    return { shop: connectors.evershop.connect(config, { fetch, now }), numbers };
  },
};
