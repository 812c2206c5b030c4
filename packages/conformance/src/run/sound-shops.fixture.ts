import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import {
  type Asking,
  goodMerchant,
  type HttpAnswer,
  type MerchantCode,
} from "./merchant.fixture.ts";
import { merchantRows, type OrderRow, rowsOf, withManyPackages } from "./merchant-rows.fixture.ts";
import { secret } from "./shop.fixture.ts";

/** A shop that is unusual, and right: it may be warned of these, and of nothing else. */
export interface SoundShop {
  what: string;
  code: Partial<MerchantCode>;
  mayWarn?: readonly RuleId[];
  /** Its way of speaking is unusual, not only its data: all rules are tried. */
  isWhole?: boolean;
}

const { toOrder, toPackage } = goodMerchant;

const written =
  (change: (row: OrderRow) => object): MerchantCode["toOrder"] =>
  (row, asking) => ({ ...toOrder(row, asking), ...change(row) });

const cappedAt = (cap: number): Partial<MerchantCode> => {
  const size = (limit: number) => Math.min(limit, cap);
  return {
    rowLimit: ({ limit }) => size(limit),
    offset: ({ page, limit }) => (page - 1) * size(limit),
    hasNext: (all, { page, limit }) => all > page * size(limit),
  };
};

/** Numbers as Shopify gives them, found with their sign and without. */
const shopify = {
  orders: merchantRows.orders.map((row) => ({ ...row, number: `#${1_000 + row.id}` })),
  packages: merchantRows.packages.map((row) => {
    const order = merchantRows.orders.find(({ number }) => number === row.order_number)!;
    const number = `#${1_000 + order.id}`;
    return { ...row, order_number: number, number: `${number}-F${row.id % 3}` };
  }),
};

const bare = (column: string) => `ltrim(upper(${column}), '#') = ltrim(upper(:number), '#')`;

const amounts = (row: OrderRow) => ({
  goods: row.cents / 100,
  tax: Math.round(row.cents / 6) / 100,
});

const round = (amount: number) => Math.round(amount * 100) / 100;

const allCapabilities = {
  accounts: ["email", "phone"],
  context: ["locale"],
  fields: ["codes", "fees", "tax", "refunds", "kinds", "events", "window", "elements", "pickup"],
};

/** Shops that nobody would build so, and with which nothing is wrong. */
export const soundShops: readonly SoundShop[] = [
  { what: "is as the guide has it", code: {}, isWhole: true },
  {
    what: "has a customer with a thousand open orders",
    code: { rows: rowsOf({ open: 1_000, unpaid: 0, past: 2 }) },
  },
  {
    what: "has Shopify's #1001, found with # and without",
    code: {
      rows: shopify,
      numberSql: bare("number"),
      packageSql: `${bare("number")} OR upper(tracking) = upper(:number)`,
      ofOrderSql: bare("order_number"),
    },
  },
  {
    what: "has the tax within its prices",
    code: {
      toOrder: written((row) => {
        const { goods, tax } = amounts(row);
        return {
          summary: {
            subtotal: goods,
            shipping_cost: 4.9,
            total_tax: tax,
            total_cost: round(goods + 4.9),
          },
        };
      }),
    },
  },
  {
    what: "says that prices include the tax, and shows a net subtotal of nothing",
    code: {
      toOrder: written((row) => {
        const { goods, tax } = amounts(row);
        return { summary: { total_tax: tax, tax_included: true, total_cost: goods } };
      }),
    },
  },
  {
    what: "charges fees",
    code: {
      toOrder: written((row) => {
        const { goods } = amounts(row);
        return {
          fees: [
            { name: "Cash on delivery", amount: 3.5 },
            { name: "Insurance", amount: "1.50" },
          ],
          summary: {
            subtotal: goods,
            shipping_cost: 4.9,
            total_tax: 0,
            total_cost: round(goods + 9.9),
          },
        };
      }),
    },
  },
  {
    what: "declares all of extension 1, and uses it",
    isWhole: true,
    code: {
      around: ({ method }, look) =>
        method === "test"
          ? { status: 200, json: { ...look().json, capabilities: allCapabilities } }
          : look(),
      toOrder: written((row) => {
        const { goods, tax } = amounts(row);
        return {
          ...{ status_code: "Partially-Shipped", fees: [{ name: "Cash on delivery", amount: 5 }] },
          refunds: [
            { amount: goods, status: "failed" },
            { amount: goods, at: "1763100000", status: "refunded" },
            { amount: -5, status: null },
          ],
          summary: {
            ...{ subtotal: goods, shipping_cost: 0, total_tax: tax, tax_included: true },
            total_cost: round(goods + 5),
          },
          elements: [
            { title: "Mug", quantity: 2, price: goods, kind: "physical" },
            { title: "Set", quantity: 1, price: 0, kind: "gift_card" },
          ],
        };
      }),
      toPackage: (row) => ({
        ...toPackage(row),
        ...{ package_status_code: "ready_for_pickup", exp_delivery_from: "2026-12-12" },
        exp_delivery_to: "2026-12-12",
        elements: [
          { title: "Mug", quantity: 1 },
          { title: "Saucer", quantity: 6 },
        ],
        events: [
          { at: 1763100000, code: "in_transit", place: "Leipzig" },
          { at: "1763100000", text: "Sorted" },
          { at: "1763000000", code: "picked_up", text: null },
        ],
        pickup: { name: "Kiosk Sonne", hours: "9-18", until: "2026-12-19" },
      }),
    },
  },
  {
    what: "writes a surcharge as a negative adjustment that fits",
    code: {
      toOrder: written((row) => {
        const { goods } = amounts(row);
        return {
          adjustments: [{ name: "Gift wrap", amount: -5 }],
          summary: {
            subtotal: goods,
            shipping_cost: 0,
            total_tax: 0,
            total_cost: round(goods + 5),
          },
        };
      }),
    },
  },
  {
    what: "writes null wherever it may",
    code: {
      toOrder: ({ number, placed, cents }) => ({
        ...{ order_number: number, timestamp: String(placed), status: "ok", currency: "EUR" },
        ...{ recipient_name: null, payment_method: null, order_url: null, address: null },
        ...{ adjustments: null, elements: null, fees: null, tax_included: null },
        summary: { subtotal: null, shipping_cost: null, total_tax: null, total_cost: cents / 100 },
      }),
      toPackage: (row) => ({
        ...toPackage(row),
        ...{ tracking_number: null, tracking_url: null, exp_delivery: null, carrier: null },
      }),
    },
  },
  { what: "caps a page at five orders", code: cappedAt(5) },
  { what: "answers two orders a page, whatever is asked", code: cappedAt(2) },
  {
    what: "closes idle connections at once",
    code: {
      finish(response, answer, request) {
        goodMerchant.finish(response, answer, request);
        const { socket } = request;
        response.on("finish", () => setTimeout(() => socket.destroySoon(), 1));
      },
    },
    mayWarn: ["limits.keep-alive"],
    isWhole: true,
  },
  {
    what: "writes numbers as integers",
    code: {
      rows: {
        orders: merchantRows.orders.map((row) => ({ ...row, number: String(4_200_000 + row.id) })),
        packages: merchantRows.packages.map((row) => {
          const order = merchantRows.orders.find(({ number }) => number === row.order_number)!;
          return { ...row, order_number: String(4_200_000 + order.id) };
        }),
      },
      toOrder: written(({ number }) => ({ order_number: Number(number) })),
      toPackage: (row) => ({ ...toPackage(row), order_number: Number(row.order_number) }),
    },
    mayWarn: ["orders.number-as-string", "packages.number-as-string"],
  },
  {
    what: "answers in pieces, with white space around",
    isWhole: true,
    code: {
      finish(response, { status, json }) {
        const text = `\n ${JSON.stringify(json, null, 2)} \n`;
        response.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
        for (let at = 0; at < text.length; at += 40) response.write(text.slice(at, at + 40));
        response.end();
      },
    },
  },
  {
    what: "withholds an order once it has cut the page",
    code: {
      rows: rowsOf({ open: 4, unpaid: 1, past: 2 }),
      cut: (rows) => rows.filter(({ id }) => id !== 2),
    },
  },
  {
    what: "reckons in units of account and in gold",
    code: {
      toOrder: written(({ id }) => ({ currency: id % 2 === 0 ? "CLF" : "XAU", elements: [] })),
    },
  },
  { what: "has Shopify's #1001, found as it is written", code: { rows: shopify } },
  {
    what: "writes sizes and comparisons in angle brackets",
    code: {
      toOrder: written(({ cents }) => ({
        elements: [{ title: "T-Shirt <M>, <XL>, 3 < 4 > 2", price: cents / 100 }],
      })),
    },
  },
  { what: "has no packages at all", code: { rows: { ...merchantRows, packages: [] } } },
  { what: "has one order", code: { rows: rowsOf({ open: 1, unpaid: 0, past: 0 }) } },
  { what: "has nothing unpaid", code: { rows: rowsOf({ open: 2, unpaid: 0, past: 5 }) } },
  { what: "has only what is past", code: { rows: rowsOf({ open: 0, unpaid: 0, past: 40 }) } },
  {
    what: "sells in yen, without shipping and tax",
    code: {
      toOrder: written(({ cents }) => ({
        currency: "JPY",
        summary: { subtotal: cents, shipping_cost: 0, total_tax: 0, total_cost: cents },
        elements: [{ title: "Mug", price: cents }],
      })),
    },
  },
  {
    what: "has whole prices in yuan",
    code: {
      toOrder: written(({ id }) => ({
        currency: "CNY",
        summary: { subtotal: 199 + id, shipping_cost: 0, total_tax: 0, total_cost: 199 + id },
        elements: [{ title: "Mug", price: 199 + id }],
      })),
    },
  },
  {
    what: "signs its links anew each time, and says when it looked",
    code: {
      toOrder: written(({ number }) => ({
        order_url: `https://shop.example/o/${number}?k=${Math.random()}`,
        status: `In progress, seen at ${performance.now()}`,
      })),
    },
  },
  {
    what: "takes a moment, and more for some",
    isWhole: true,
    code: {
      async around({ filter }, look) {
        await sleep(filter === "past" ? 3 : 1);
        return look();
      },
    },
  },
  {
    what: "has numbers with zeros before them",
    code: {
      rows: {
        orders: merchantRows.orders.map((row) => ({ ...row, number: `000${70_000 + row.id}` })),
        packages: [],
      },
    },
  },
  {
    what: "has numbers with accents, and heeds the case of those alone",
    code: {
      rows: {
        orders: merchantRows.orders.map((row) => ({ ...row, number: `Bé-Ñ${row.number}` })),
        packages: merchantRows.packages.map((row) => ({
          ...row,
          ...{ number: `Ö${row.number}`, order_number: `Bé-Ñ${row.order_number}` },
        })),
      },
    },
  },
  {
    what: "writes signs and accents that look like mistakes",
    code: {
      toOrder: written(() => ({
        ...{ recipient_name: "Zoë Brûlé-Åkerström", payment_method: "À crédit « 3× »" },
        status: "En préparation… 50 %",
        address: { city: "Đà Nẵng", street_1: "Straße 5½ – Haus “É”" },
      })),
      toPackage: (row) => ({ ...toPackage(row), product_name: "CAFÉ® ROMÃ® “T恤” 👕" }),
    },
  },
  {
    what: "tells the day of an order in its lists, and the moment by its number",
    code: {
      toOrder: (row, asking) => ({
        ...toOrder(row, asking),
        ...(asking.account !== "" && { timestamp: String(row.placed - (row.placed % 86_400)) }),
      }),
    },
    mayWarn: ["orders.same-order"],
  },
  {
    what: "rounds totals and moments otherwise in its lists",
    code: {
      toOrder: (row, asking) => {
        const order = toOrder(row, asking);
        const summary = order.summary as { total_cost: number };
        if (asking.account === "") return order;
        const total = round(summary.total_cost + 0.01);
        const minute = String(row.placed - (row.placed % 60));
        return { ...order, timestamp: minute, summary: { ...summary, total_cost: total } };
      },
    },
  },
  {
    what: "shows one line of three in its lists",
    code: {
      toOrder: (row, asking) => {
        const prices = [row.cents / 100, 0, 0];
        const elements = prices.map((price, at) => ({ title: `Mug ${at + 1}`, price }));
        const shown = asking.account === "" ? elements : elements.slice(0, 1);
        return { ...toOrder(row, asking), elements: shown };
      },
    },
  },
  {
    what: "shortens names in its lists",
    code: {
      toOrder: (row, asking) => ({
        ...toOrder(row, asking),
        ...(asking.account !== "" && { recipient_name: `${row.name.slice(0, 1)}***` }),
      }),
    },
    mayWarn: ["orders.same-order"],
  },
  {
    what: "writes a name in capitals and without accents by number",
    code: {
      toOrder: (row, asking) => ({
        ...toOrder(row, asking),
        recipient_name: asking.account === "" ? "ZOE  BRULE" : "Zoë Brûlé",
      }),
    },
  },
  {
    what: "rounds the parts of a sum to whole yen",
    code: {
      toOrder: written(({ cents }) => ({
        currency: "JPY",
        summary: { subtotal: cents, shipping_cost: 500, total_tax: 0, total_cost: cents + 501 },
        elements: [{ title: "Mug", price: cents - 1 }],
      })),
    },
  },
  {
    what: "does not round its taxes in yen",
    code: {
      toOrder: written(({ cents }) => ({
        currency: "JPY",
        ...{ elements: [{ title: "Mug", price: cents }], adjustments: null },
        summary: { subtotal: cents, shipping_cost: 0, total_tax: cents / 11, total_cost: cents },
      })),
    },
    mayWarn: ["orders.whole-units"],
  },
  {
    what: "calls what was sent completed, or handed over",
    code: {
      toOrder: written(({ id, state }) =>
        state === "open" ? { status: ["Completed", "Delivered to carrier", "已完成"][id % 3] } : {},
      ),
    },
  },
  { what: "sends an order in seven packages", code: { rows: withManyPackages(merchantRows) } },
  {
    what: "writes a package once for each thing in it",
    code: {
      packagePage: (rows, { page, limit }) =>
        rows.flatMap((row) => [row, row]).slice((page - 1) * limit, page * limit),
    },
    mayWarn: ["packages.pages", "packages.by-number"],
  },
  {
    what: "looks up one order after another, and quickly",
    isWhole: true,
    code: (() => {
      let last: Promise<unknown> = Promise.resolve();
      return {
        around(_, look) {
          const own = last.then(() => sleep(1)).then(look);
          last = own;
          return own;
        },
      } satisfies Partial<MerchantCode>;
    })(),
  },
  {
    what: "asks with 429 for patience where more than eight look up at once",
    code: (() => {
      let waiting = 0;
      return {
        async around(asking, look) {
          if (asking.method === "test") return look();
          waiting += 1;
          const isTooMany = waiting > 8;
          await sleep(5);
          waiting -= 1;
          return isTooMany ? { status: 429, json: {} } : look();
        },
      } satisfies Partial<MerchantCode>;
    })(),
  },
  {
    what: "gets an order every twenty queries",
    code: (() => {
      let queries = 0;
      // The first ones of the list are those that are not placed yet.
      const coming = ({ filter }: Asking) =>
        filter === "open" ? Math.max(0, 9 - Math.floor(queries / 20)) : 0;
      return {
        around: (_, look) => {
          queries += 1;
          return look();
        },
        offset: (asking) => goodMerchant.offset(asking) + coming(asking),
        hasNext: (all, asking) => goodMerchant.hasNext(all - coming(asking), asking),
      } satisfies Partial<MerchantCode>;
    })(),
  },
  {
    what: "remembers its answers by all that was asked, behind the check",
    isWhole: true,
    code: (() => {
      const cache = new Map<string, HttpAnswer>();
      return {
        around(asking, look) {
          if (asking.method === "test") return look();
          const key = JSON.stringify(asking);
          const known = cache.get(key) ?? look();
          cache.set(key, known);
          return known;
        },
      } satisfies Partial<MerchantCode>;
    })(),
  },
  {
    what: "refuses what breaks the protocol with 422, and has no Date header",
    isWhole: true,
    code: {
      finish(response, answer, request) {
        response.sendDate = false;
        const status = answer.status === 400 ? 422 : answer.status;
        goodMerchant.finish(response, { ...answer, status }, request);
      },
    },
  },
];

/** The origin document's own order and package. */
const seedOrder = {
  ...{ recipient_name: "Stephane Crozatier", currency: "USD", payment_method: "Visa 2345" },
  order_url: "http://petersapparel.parseapp.com/order?order_id=123456",
  timestamp: "1428444852",
  address: { street_1: "1 Hacker Way", street_2: "", city: "Menlo Park", country: "US" },
  summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
  adjustments: [
    { name: "New Customer Discount", amount: 20 },
    { name: "$10 Off Coupon", amount: 10 },
  ],
  elements: [
    { title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" },
    { title: "Classic Gray T-Shirt", quantity: 1, price: 25, currency: "USD" },
  ],
};

const seedNumbers = {
  open: ["12345678902", "12345678903", "12345678904", "12345678905"],
  unpaid: ["12345678906"],
  past: ["12345678907", "12345678908"],
};

export const seedAccount = "yilia@meetbot.biz";

type SeedBody = {
  request: { method: string };
  params: Record<string, string>;
  pagination: { page: number; limit: number };
};

/**
 * A webhook written from the origin document alone: it looks at `X-Hub-Signature`, compares with `===`,
 * breaks at what is no query, and knows of nothing that this document does not say.
 */
export async function startSeedShop(t: TestContext): Promise<string> {
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const right = createHmac("sha256", secret).update(raw).digest("hex");
    const given = String(request.headers["x-hub-signature"] ?? "")
      .split("=")
      .at(-1);
    const isRight = given === right;
    let json: object;
    try {
      json = isRight ? answerSeed(JSON.parse(raw.toString())) : { success: false };
    } catch {
      return void response.destroy();
    }
    response.writeHead(isRight ? 200 : 403, { "content-type": "application/json" });
    response.end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
}

function answerSeed({ request: { method }, params, pagination }: SeedBody): object {
  const refuse = (code: number) => ({ success: false, error: { code, message: "not found" } });
  if (method === "test") return { success: true, object: "test", test_token: params.test_token };
  const page = <Item>(items: readonly Item[]) => {
    const { page: at, limit } = pagination;
    return { items: items.slice((at - 1) * limit, at * limit), more: items.length > at * limit };
  };
  const order = (number: string) => {
    const [status] = Object.entries(seedNumbers).find(([, numbers]) => numbers.includes(number))!;
    return { ...seedOrder, order_number: number, status };
  };
  const all = Object.values(seedNumbers).flat();
  if (method === "orders") {
    if (params.order_number) {
      if (!all.includes(params.order_number)) return refuse(11_001);
      return {
        success: true,
        object: "orders",
        has_next_page: false,
        orders: [order(params.order_number)],
      };
    }
    if (params.user_account !== seedAccount) return refuse(14_222);
    const list = seedNumbers[params.filter as keyof typeof seedNumbers];
    const { items, more } = page(list.map(order));
    return { success: true, object: "orders", has_next_page: more, orders: items };
  }
  const number = params.order_number ?? "12345678902";
  if (!all.includes(number) || (params.package_number ?? "A1231411") !== "A1231411")
    return refuse(14_223);
  const parcel = {
    ...{ order_number: 12_345_678_902, package_number: "A1231411", carrier: "UPS" },
    ...{ tracking_number: "UPS11012", tracking_url: "http://www.ups.com?id=aaaaaa" },
    ...{ package_status: "Delivery in progress", exp_delivery: "2017-12-12" },
  };
  const packages = number === "12345678902" ? [parcel] : [];
  return {
    success: true,
    object: "packages",
    has_next_page: false,
    packages: page(packages).items,
  };
}
