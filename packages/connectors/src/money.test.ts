import assert from "node:assert/strict";
import { test } from "node:test";
import type { Order } from "@meetbot/sdk";
import fc from "fast-check";
import { item as evershopItem, order as evershopOrder } from "../test/evershop/evershop-orders.ts";
import { item as medusaItem, order as medusaOrder } from "../test/medusa/medusa-orders.ts";
import { bag, makeOrder } from "../test/shopify/shopify-orders.ts";
import { order as shoplazzaOrder } from "../test/shoplazza/shoplazza-orders.ts";
import { both, order as shoplineOrder } from "../test/shopline/shopline-orders.ts";
import {
  line as shopwareLine,
  order as shopwareOrder,
  refund as shopwareRefund,
} from "../test/shopware/shopware-orders.ts";
import { line as vendureLine, order as vendureOrder } from "../test/vendure/vendure-orders.ts";
import { order as wooOrder } from "../test/woocommerce/fake-woocommerce.ts";
import type { ConnectorName } from "./connectors.ts";
import { mapOrder as mapEvershop } from "./evershop/map.ts";
import { mapOrder as mapMedusa } from "./medusa/map.ts";
import { mapOrder as mapShopify } from "./shopify/map.ts";
import type { ShopifyOrder } from "./shopify/shopify-order.ts";
import { mapOrder as mapShoplazza } from "./shoplazza/map.ts";
import { mapOrder as mapShopline } from "./shopline/map.ts";
import { mapOrder as mapShopware } from "./shopware/map.ts";
import type { ShopwareOrder, ShopwareRefund } from "./shopware/shopware-order.ts";
import { mapOrder as mapVendure } from "./vendure/map.ts";
import { mapOrder as mapWoo } from "./woocommerce/map.ts";
import type { WooOrder } from "./woocommerce/woo-order.ts";

/** What a shop's own page of an order shows, in cents: prices with their tax, or without it and the tax below. */
interface Page {
  isGross: boolean;
  taxRate: number;
  goods: { quantity: number; unit: number }[];
  shipping: number;
  discount: number;
  /** Of platforms that know fees. */
  fee: number;
  /** Which part of the total went back. */
  refundedShare: number;
}

const pages: fc.Arbitrary<Page> = fc
  .record({
    isGross: fc.boolean(),
    taxRate: fc.constantFrom(0, 0.07, 0.0825, 0.19, 0.25),
    goods: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 5 }), unit: fc.nat(30_000) }), {
      minLength: 1,
      maxLength: 5,
    }),
    shipping: fc.nat(2_000),
    discount: fc.nat(5_000),
    fee: fc.nat(500),
    refundedShare: fc.constantFrom(0, 0.3, 1),
  })
  .filter((page) => goodsOf(page) >= page.discount);

const goodsOf = ({ goods }: Page) =>
  goods.reduce((sum, { quantity, unit }) => sum + quantity * unit, 0);

/** What the page comes to, and how a platform keeps its amounts: each with tax and without, not rounded. */
function bookOf(page: Page, hasFees: boolean) {
  const { isGross, taxRate, shipping, discount, refundedShare } = page;
  const fee = hasFees ? page.fee : 0;
  const shown = goodsOf(page) + shipping + fee - discount;
  const tax = Math.round(isGross ? shown - shown / (1 + taxRate) : shown * taxRate);
  const net = (cents: number) => (isGross ? cents / (1 + taxRate) : cents);
  const gross = (cents: number) => (isGross ? cents : cents * (1 + taxRate));
  const total = isGross ? shown : shown + tax;
  return { fee, tax, total, refunded: Math.round(total * refundedShare), net, gross };
}
type Book = ReturnType<typeof bookOf>;

const text = (cents: number, digits = 2) => (cents / 100).toFixed(digits);

const isPart = ({ refunded, total }: Book) => refunded > 0 && refunded < total;
const at = "2026-10-02T08:00:00.000Z";

interface PlatformBook {
  hasFees: boolean;
  /** Whether it keeps no amount of what was paid back in part. */
  refundsWhole?: boolean;
  map(page: Page, book: Book): Order;
}

/** How each platform keeps what its page shows, and what the connector makes of it. */
const platforms: Record<ConnectorName, PlatformBook> = {
  vendure: {
    hasFees: true,
    map: (page, { fee, tax, total, refunded, net, gross }) => {
      const twin = (cents: number) => [Math.round(net(cents)), Math.round(gross(cents))] as const;
      const refunds = [{ total: refunded, state: "Settled", updatedAt: at }];
      const lines = page.goods.map(({ quantity, unit }, at) => {
        const [linePrice, linePriceWithTax] = twin(quantity * unit);
        return vendureLine({ id: String(at), quantity, linePrice, linePriceWithTax });
      });
      const [shipping, shippingWithTax] = twin(page.shipping);
      const [less, lessWithTax] = twin(page.discount);
      const [more, moreWithTax] = twin(fee);
      const order = vendureOrder({
        ...{ lines, total: total - tax, totalWithTax: total },
        payments: [{ method: "card", state: "Settled", refunds }],
        shippingLines: [{ price: shipping, priceWithTax: shippingWithTax }],
        discounts: [{ description: "SPRING", amount: -less, amountWithTax: -lessWithTax }],
        surcharges: [{ description: "Wrapping", price: more, priceWithTax: moreWithTax }],
      });
      return mapVendure(order, {
        ...{ payLaterMethods: [], timeZone: "UTC", isTaxIncluded: page.isGross },
      }).order;
    },
  },
  woocommerce: {
    hasFees: true,
    map: (page, { fee, tax, total, refunded, net, gross }) => {
      const twin = (cents: number) => [text(net(cents), 6), text(gross(cents) - net(cents), 6)];
      const lines = page.goods.map(({ quantity, unit }, id) => {
        const [subtotal, subtotal_tax] = twin(quantity * unit);
        return { id, name: "Shirt", quantity, subtotal, subtotal_tax };
      });
      const [shipping_total, shipping_tax] = twin(page.shipping);
      const [discount_total, discount_tax] = twin(page.discount);
      const [fee_total, fee_tax] = twin(fee);
      const order = wooOrder(1, "processing", {
        ...{ shipping_total, shipping_tax, discount_total, discount_tax, line_items: lines },
        ...{ prices_include_tax: page.isGross, total: text(total), total_tax: text(tax) },
        fee_lines: [{ name: "Wrapping", total: fee_total, total_tax: fee_tax }],
        coupon_lines: [{ code: "spring" }],
        refunds: [{ total: text(-refunded) }],
      });
      return mapWoo(order as unknown as WooOrder, []).order;
    },
  },
  shopify: {
    hasFees: true,
    map: (page, { fee, tax, total, refunded }) => {
      const nodes = page.goods.map(({ quantity, unit }) => ({
        ...{ title: "Shirt", variantTitle: null, image: null, isGiftCard: false },
        ...{ quantity, currentQuantity: quantity, originalUnitPriceSet: bag(text(unit)) },
      }));
      const changes = {
        ...{ taxesIncluded: page.isGross, lineItems: { nodes }, discountCodes: ["SPRING"] },
        ...{ totalPriceSet: bag(text(total)), totalTaxSet: bag(text(tax)) },
        totalShippingPriceSet: bag(text(page.shipping)),
        totalDiscountsSet: bag(text(page.discount)),
        originalTotalAdditionalFeesSet: bag(text(fee)),
        // “Reflects order edits, returns, and refunds.”
        currentTotalPriceSet: bag(text(total - refunded)),
        refunds: [
          {
            ...{ createdAt: at, totalRefundedSet: bag(text(refunded)) },
            transactions: { nodes: [{ status: "SUCCESS" }] },
          },
        ],
      };
      const order = makeOrder({ number: 1, daysAgo: 1, changes }, Date.UTC(2026, 10, 1));
      return mapShopify(order as unknown as ShopifyOrder, "UTC").order;
    },
  },
  shopware: {
    hasFees: false,
    map: (page, { tax, total, refunded }) => {
      const lineItems = page.goods.map(({ quantity, unit }) =>
        shopwareLine("Shirt", quantity, (quantity * unit) / 100),
      );
      const off = shopwareLine("SPRING", 1, -page.discount / 100, { type: "promotion" });
      const changes = {
        ...{ lineItems: [...lineItems, off], taxStatus: page.isGross ? "gross" : "net" },
        ...{ amountTotal: total / 100, amountNet: (total - tax) / 100 },
        shippingTotal: page.shipping / 100,
      };
      const made = shopwareOrder({ number: "1", payments: [["refunded_partially"]], changes });
      const refunds = [shopwareRefund(made, "completed", refunded / 100, at)];
      const order = made as unknown as ShopwareOrder;
      return mapShopware(order, {
        ...{ timeZone: "UTC", refunds: refunds as ShopwareRefund[] },
      }).order;
    },
  },
  medusa: {
    hasFees: false,
    map: (page, { tax, total, refunded, net, gross }) => {
      const inMajor = (cents: number) => [net(cents) / 100, gross(cents) / 100] as const;
      const items = page.goods.map(({ quantity, unit }) => {
        const [subtotal, original_total] = inMajor(quantity * unit);
        return medusaItem({ quantity, subtotal, original_total, is_tax_inclusive: page.isGross });
      });
      const [shipping_subtotal, original_shipping_total] = inMajor(page.shipping);
      const [discount_subtotal, discount_total] = inMajor(page.discount);
      const order = medusaOrder(1, "pending/captured/not_fulfilled", {
        ...{ items, total: (total - refunded) / 100, tax_total: tax / 100, shipping_subtotal },
        credit_lines: [{ amount: refunded / 100, reference: "payment_collection" }],
        payment_collections: [
          {
            payments: [
              { provider_id: "pp_x_x", refunds: [{ amount: refunded / 100, created_at: at }] },
            ],
          },
        ],
        ...{ original_shipping_total, discount_subtotal, discount_total },
        shipping_methods: [{ is_tax_inclusive: page.isGross }],
      });
      return mapMedusa(order, { carrier: null, timeZone: "UTC" }).order;
    },
  },
  evershop: {
    ...{ hasFees: false, refundsWhole: true },
    map: (page, book) => {
      const { tax, total, refunded, net, gross } = book;
      const paid = isPart(book) ? "stripe_partial_refunded" : "stripe_refunded";
      const rounded = (cents: number) => ({ value: Math.round(cents) / 100 });
      const lines = page.goods.map(({ quantity, unit }) => quantity * unit);
      const sum = (read: (cents: number) => number) =>
        rounded(lines.reduce((all, cents) => all + Math.round(read(cents)), 0));
      const order = evershopOrder("1", `${refunded === 0 ? "paid" : paid}/pending`, {
        items: page.goods.map(({ quantity, unit }) =>
          evershopItem({
            qty: quantity,
            lineTotal: rounded(net(quantity * unit)),
            lineTotalInclTax: rounded(gross(quantity * unit)),
          }),
        ),
        ...{ subTotal: sum(net), subTotalInclTax: sum(gross) },
        shippingFeeExclTax: rounded(net(page.shipping)),
        shippingFeeInclTax: rounded(gross(page.shipping)),
        ...{ discountAmount: rounded(page.discount), totalTaxAmount: rounded(tax) },
        grandTotal: rounded(total),
      });
      return mapEvershop(order, { site: "https://shop.example", isTaxIncluded: page.isGross })
        .order;
    },
  },
  shopline: {
    hasFees: true,
    map: (page, { fee, tax, total, refunded }) =>
      mapShopline(
        shoplineOrder("1", "paid", {
          taxes_included: page.isGross,
          line_items: page.goods.map(({ quantity, unit }) => ({
            ...{ title: "Shirt", quantity, price: text(unit), price_set: both(unit / 100) },
          })),
          total_line_items_price_set: both(goodsOf(page) / 100),
          total_discounts_set: both(page.discount / 100),
          total_shipping_price_set: both(page.shipping / 100),
          ...{ total_tax_set: both(tax / 100), total_tip_received_set: both(fee / 100) },
          current_total_price_set: both(total / 100),
          refunds: [
            {
              transactions: [{ amount: text(refunded), currency: "HKD", status: "success" }],
            },
          ],
        }),
      ).order,
  },
  shoplazza: {
    hasFees: true,
    map: (page, { fee, tax, total, refunded }) =>
      mapShoplazza(
        shoplazzaOrder("1", "placed partially_refunded waiting", {
          total_refund_price: text(refunded),
          config: { product_tax_included: page.isGross },
          line_items: page.goods.map(({ quantity, unit }) => ({
            ...{ product_title: "Shirt", quantity, price: text(unit) },
            total_price: text(quantity * unit),
          })),
          ...{ sub_total: text(goodsOf(page)), total_discount: text(page.discount) },
          ...{ total_shipping: text(page.shipping), total_tax: text(tax) },
          additional_prices: [{ fee_title: "Wrapping", price: text(fee) }],
          total_price: text(total),
        }),
      ).order,
  },
};

/** Returns the sum that a customer would add up: the lines, less discounts, plus all extra charges. */
function addsUpTo({ summary, elements, adjustments = [], fees = [] }: Order): number {
  const { shipping_cost: shipping = 0, total_tax: tax = 0, tax_included: isGross } = summary;
  const plus = [...elements.map(({ price }) => price), ...fees.map(({ amount }) => amount)];
  const minus = adjustments.map(({ amount }) => -amount);
  const parts = [...plus, ...minus, shipping, isGross ? 0 : tax];
  return parts.reduce((sum, part) => sum + Math.round(part * 100), 0);
}

for (const [name, { hasFees, refundsWhole, map }] of Object.entries(platforms)) {
  test(`${name}: each amount is the one that the shop's own page shows, and they add up`, () => {
    fc.assert(
      fc.property(pages, (page) => {
        const book = bookOf(page, hasFees);
        const order = map(page, book);
        const { summary, elements, adjustments = [], fees = [], refunds = [] } = order;
        const amounts = (list: readonly { amount: number }[]) => list.map(({ amount }) => amount);
        const some = (cents: number) => (cents === 0 ? [] : [cents / 100]);
        assert.deepEqual(
          elements.map(({ price }) => price),
          page.goods.map(({ quantity, unit }) => (quantity * unit) / 100),
        );
        assert.deepEqual(amounts(adjustments), some(page.discount));
        assert.deepEqual(amounts(fees), some(book.fee));
        const { tax_included: isGross = false, ...told } = summary;
        assert.deepEqual(told, {
          subtotal: goodsOf(page) / 100,
          shipping_cost: page.shipping / 100,
          total_tax: book.tax / 100,
          total_cost: book.total / 100,
        });
        assert.equal(addsUpTo(order), book.total);
        assert.deepEqual(amounts(refunds), refundsWhole && isPart(book) ? [] : some(book.refunded));
        // Without any tax both ways come to the same.
        if (book.tax > 0) assert.equal(isGross, page.isGross);
      }),
      { numRuns: 60 },
    );
  });
}
