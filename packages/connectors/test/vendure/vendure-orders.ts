import type { VendureOrder } from "../../src/vendure/vendure-order.ts";

/** A shirt at 49.99 with its tax of 19 %, as Vendure's admin API tells its order; nothing has left. */
export function order(changes: Partial<VendureOrder> = {}): VendureOrder {
  return {
    ...{ id: "1", code: "T1", state: "PaymentSettled", currencyCode: "EUR" },
    ...{ orderPlacedAt: "2026-11-01T08:00:00.000Z", createdAt: "2026-11-01T07:59:00.000Z" },
    ...{ total: 4618, totalWithTax: 5499, discounts: [], surcharges: [] },
    shippingLines: [{ price: 420, priceWithTax: 500 }],
    lines: [line()],
    shippingAddress: null,
    customer: { emailAddress: "otto@shop.example", firstName: "Otto", lastName: "Normal" },
    ...{ payments: [], fulfillments: [], history: { items: [] } },
    ...changes,
  };
}

type Line = VendureOrder["lines"][number];

export function line(changes: Partial<Line> = {}): Line {
  return {
    ...{ id: "1", quantity: 1, orderPlacedQuantity: 1, featuredAsset: null },
    ...{ linePrice: 4201, linePriceWithTax: 4999, unitPrice: 4201, unitPriceWithTax: 4999 },
    productVariant: { name: "Shirt M", product: { name: "Shirt", featuredAsset: null } },
    ...changes,
  };
}
