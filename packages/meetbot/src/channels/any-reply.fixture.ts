import { customerLocales } from "@meetbot/presentation";
import fc from "fast-check";

/** Texts of every length and script around the limits, and links of every kind. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
  fc
    .tuple(fc.constantFrom("a", "长", "👩‍👩‍👧‍👦", "é ", "word. "), fc.integer({ min: 1, max: 700 }))
    .map(([unit, times]) => unit.repeat(times)),
);
/** As the protocol's parsers leave it: visible characters, at most 2,000. */
const shopText = text
  .map((one) =>
    one
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 2000)
      .toWellFormed(),
  )
  .filter((one) => one !== "");
const link = fc.oneof(fc.webUrl(), fc.constantFrom("javascript:1", "https://", "x", "http://a b/"));
const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
const maybe = { requiredKeys: [] as [] };
const anyPackage = fc.record(
  {
    order_number: shopText,
    package_number: shopText,
    product_name: shopText,
    carrier: shopText,
    tracking_number: shopText,
    tracking_url: link,
    package_status: shopText,
    exp_delivery: fc.constantFrom("2017-12-12", "soon"),
    image_url: link,
  },
  maybe,
);
const anyOrder = fc.record(
  {
    placed_month: fc.constantFrom("2026-11", "soon"),
    parcel: anyPackage,
    recipient_name: shopText,
    order_number: shopText,
    currency: fc.constantFrom("USD", "jpy", "$", "XXZ", ""),
    payment_method: shopText,
    order_url: link,
    timestamp: fc.constantFrom("1428444852", "1428444852000", "soon", ""),
    status: shopText,
    address: fc.record(
      {
        street_1: shopText,
        street_2: shopText,
        city: shopText,
        postal_code: shopText,
        state: shopText,
        country: fc.constantFrom("US", "cn", "China"),
      },
      maybe,
    ),
    summary: fc.record({ subtotal: amount, total_cost: amount }, { requiredKeys: ["total_cost"] }),
    adjustments: fc.array(fc.record({ name: shopText, amount }), { maxLength: 3 }),
    elements: fc.array(
      fc.record(
        {
          title: shopText,
          subtitle: shopText,
          quantity: fc.nat(),
          price: amount,
          currency: fc.constantFrom("EUR", "€"),
          image_url: link,
        },
        { requiredKeys: ["title", "quantity", "price"] },
      ),
      { maxLength: 4 },
    ),
  },
  maybe,
);
const rest = {
  locale: fc.constantFrom(...customerLocales),
  choices: fc.array(fc.record({ title: shopText, payload: shopText }), { maxLength: 16 }),
};
/** Any reply that the turn may give a channel: what shops send, around every limit. */
export const anyReply = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    text: shopText,
    ask: fc.constantFrom("email" as const, "order_number" as const),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("text" as const),
    text: shopText,
    link: fc.record({ title: shopText, url: link }),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("text" as const),
    text: shopText,
    ofShop: fc.constant(true as const),
    links: fc.array(fc.record({ title: shopText, url: link }), { maxLength: 4 }),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("orders" as const),
    orders: fc.array(anyOrder, { minLength: 1, maxLength: 12 }),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("packages" as const),
    packages: fc.array(anyPackage, { minLength: 1, maxLength: 12 }),
    ...rest,
  }),
);
