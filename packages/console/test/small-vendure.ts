import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

export const account = "otto@shop.example";
/** The newest order. */
export const newest = "QX7KD2M9WT4PLABZ";

/** One that nobody looks at before. */
export const another = "WT2FG7SE9XB4MQDU";

/** Placed on so many days of November, newest first. */
const orders = [
  orderOf({ id: "5", code: newest, state: "PartiallyShipped", day: 28 }),
  orderOf({ id: "4", code: "HN3RT8V5YC6GJEKD", state: "PaymentSettled", day: 24 }),
  orderOf({ id: "3", code: "ZB9MW4XS2FQ7UTLA", state: "ArrangingPayment", day: 20 }),
  orderOf({ id: "2", code: "LD6PC3JY8VA5NHRK", state: "Delivered", day: 11 }),
  orderOf({ id: "1", code: another, state: "PaymentSettled", day: 3 }),
];

interface Asked {
  query: string;
  variables: { email?: string; ids?: string[]; codes?: string[] };
}

/** As much of a Vendure server as is asked of one: some orders of one customer, behind one key. */
export async function startVendure(t: Pick<TestContext, "after">) {
  const state = {
    key: "first.vendure-canary-key-81f2",
    /** The key's role may do more than read orders and customers. */
    isTooWide: false,
    isDown: false,
  };
  const server = createServer(async (request, response) => {
    const { query, variables } = await readBody(request);
    const isKnown = request.headers["vendure-api-key"] === state.key;
    const isFree = /customers|orders|activeChannel/.test(query) || state.isTooWide;
    const said = isKnown && isFree ? { data: answer(query, variables) } : forbidden(query);
    response.writeHead(state.isDown ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(state.isDown ? {} : said));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return Object.assign(state, { host, url: `http://${host}/admin-api` });
}

async function readBody(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function forbidden(query: string) {
  const path = [/\{\s*(\w+)/.exec(query)?.[1] ?? ""];
  const extensions = { code: "FORBIDDEN" };
  return { data: null, errors: [{ message: "error.forbidden", path, extensions }] };
}

function answer(query: string, { email, ids, codes }: Asked["variables"]) {
  if (email !== undefined) {
    const items = email === account ? [{ emailAddress: account, orders: { items: orders } }] : [];
    return { customers: { items } };
  }
  const activeChannel = { pricesIncludeTax: false };
  const those = (items: typeof orders) => ({ activeChannel, orders: { items } });
  if (ids) return those(orders.filter(({ id }) => ids.includes(id)));
  if (codes) return those(orders.filter(({ code }) => codes.includes(code)));
  return {
    activeChannel: { code: "harbour-outfitters" },
    ...(query.includes("orders") && {
      customers: { totalItems: 1 },
      orders: { items: orders.slice(0, 1) },
    }),
  };
}

function orderOf(one: { id: string; code: string; state: string; day: number }) {
  const placed = `2026-11-${String(one.day).padStart(2, "0")}T09:30:00.000Z`;
  const isPaid = one.state !== "ArrangingPayment";
  const isSent = one.state === "PartiallyShipped" || one.state === "Delivered";
  return {
    ...{ id: one.id, code: one.code, state: one.state, currencyCode: "EUR" },
    ...{ orderPlacedAt: placed, createdAt: placed },
    ...{ total: 6_300, totalWithTax: 7_497, couponCodes: [] },
    ...{ shippingLines: [{ price: 500, priceWithTax: 595 }], discounts: [], surcharges: [] },
    lines: [
      lineOf("10", "Waxed Canvas Jacket", "M", 1, 4_800),
      lineOf("11", "Wool Socks", "42", 2, 1_000),
    ],
    shippingAddress: {
      fullName: "Otto Brandt",
      streetLine1: "Hafenstrasse 12",
      streetLine2: null,
      city: "Hamburg",
      postalCode: "20457",
      province: null,
      countryCode: "DE",
    },
    customer: { emailAddress: account, firstName: "Otto", lastName: "Brandt" },
    payments: isPaid ? [{ method: "card", state: "Settled", amount: 7_497, refunds: [] }] : [],
    history: { items: [] },
    fulfillments: isSent
      ? [
          {
            id: "20",
            state: one.state === "Delivered" ? "Delivered" : "Shipped",
            method: "DHL",
            trackingCode: `00340434161094${one.id.padStart(6, "0")}`,
            createdAt: placed,
            updatedAt: placed,
            lines: [{ orderLineId: "10", quantity: 1 }],
          },
        ]
      : [],
  };
}

function lineOf(id: string, name: string, variant: string, quantity: number, linePrice: number) {
  const unitPrice = linePrice / quantity;
  return {
    ...{ id, quantity, orderPlacedQuantity: quantity, linePrice, unitPrice, featuredAsset: null },
    ...{ linePriceWithTax: linePrice * 1.19, unitPriceWithTax: unitPrice * 1.19 },
    productVariant: { name: `${name} ${variant}`, product: { name, featuredAsset: null } },
  };
}
