/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  /** Which ways to note parcels the shop has, besides an order's own metadata. */
  plugins: readonly ("fulfillments" | "wc-shipment-tracking" | "wc-ast")[];
  mayRead: boolean;
  /** How the shop's pages show prices; null where the key may not read settings. */
  taxDisplay: "incl" | "excl" | null;
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
}

export const consumerKey = "ck_for_tests";
export const consumerSecret = "cs_for_tests";
export const otto = "otto@shop.example";
export const erna = "erna@guest.example";

type Item = Record<string, unknown>;
export type FakeOrder = Item & { id: number; number: string; billing: { email: string } };

const placedAt = Date.UTC(2026, 9, 1);

/** An order as `wc/v3` tells it. */
export function order(id: number, status: string, changes: Item = {}): FakeOrder {
  const name = {
    first_name: "Otto",
    last_name: "Normal",
    address_1: "Hauptstr. 1",
    city: "Berlin",
  };
  return {
    id,
    number: String(id),
    status,
    currency: "EUR",
    date_created_gmt: new Date(placedAt + id * 3_600_000).toISOString().slice(0, 19),
    total: "64.45",
    total_tax: "9.50",
    shipping_total: "4.95",
    discount_total: "0.00",
    payment_method_title: "Rechnung",
    payment_url: `https://shop.example/checkout/order-pay/${id}/?pay_for_order=true&key=wc_order_x`,
    needs_payment: status === "pending",
    billing: { ...name, email: otto, postcode: "10115", country: "DE" },
    shipping: { ...name, postcode: "10115", country: "DE" },
    coupon_lines: [],
    fee_lines: [],
    line_items: [
      {
        name: "T-Shirt &amp; Mug<br>M",
        quantity: 2,
        subtotal: "50.00",
        image: { src: "https://shop.example/shirt.jpg" },
      },
    ],
    meta_data: [],
    ...changes,
  } as FakeOrder;
}

const billedTo = (email: string) => ({ billing: { first_name: "", last_name: "", email } });

/** The orders of a small shop. */
export const orders: readonly FakeOrder[] = [
  order(101, "completed"),
  order(102, "refunded"),
  order(103, "cancelled"),
  order(104, "processing", {
    meta_data: [
      {
        key: "_wc_shipment_tracking_items",
        value: [
          {
            tracking_provider: "ups",
            tracking_number: "1Z999AA10123456784",
            custom_tracking_link: "",
          },
          { custom_tracking_provider: "Bote", tracking_number: "B-1", custom_tracking_link: "#" },
        ],
      },
    ],
  }),
  order(105, "processing", {
    discount_total: "5.00",
    total: "58.50",
    total_tax: "8.55",
    coupon_lines: [{ code: "spring", discount: "5.00" }],
  }),
  order(106, "partial-shipped"),
  order(107, "ready-for-pickup"),
  order(108, "pending"),
  order(109, "checkout-draft"),
  order(110, "delivered"),
  order(111, "processing", billedTo("lotto@shop.example")),
  order(112, "processing", billedTo("otto@shop.example.net")),
  order(113, "processing", {
    ...billedTo("someone@else.example"),
    customer_note: `gift for ${otto}`,
  }),
  order(114, "processing", {
    ...billedTo(erna.toUpperCase()),
    number: "WC-0114",
    fee_lines: [{ name: "Nachnahme", total: "2.00" }],
    total: "66.45",
  }),
];

const shipments = [
  {
    tracking_id: "a",
    tracking_provider: "DHL",
    tracking_link: "https://www.dhl.de/?piececode=00340434161094042557",
    tracking_number: "00340434161094042557",
    date_shipped: "2026-10-05",
  },
];
const meta = (pairs: Item) => Object.entries(pairs).map(([key, value]) => ({ id: 1, key, value }));
const fulfillments = [
  {
    id: 1,
    status: "fulfilled",
    is_fulfilled: true,
    meta_data: meta({
      _tracking_number: "00340434161094042557",
      _tracking_url: "https://www.dhl.de/?piececode=00340434161094042557",
      _shipping_provider: "dhl",
    }),
  },
  {
    id: 2,
    status: "unfulfilled",
    is_fulfilled: false,
    meta_data: meta({ _shipment_provider: "ups" }),
  },
];

/** A WordPress site with WooCommerce, as far as it is asked, with what is awkward about the true one. */
export function createFakeWooCommerce(shop: readonly FakeOrder[] = orders) {
  const vices: Vices = { plugins: [], mayRead: true, taxDisplay: "excl", instead: null };
  const asked: string[] = [];

  function answer(request: Request): Response {
    if (vices.instead) return vices.instead();
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/shop\/wp-json\//, "");
    asked.push(path);
    if (path === "") return Response.json({ name: "Test Shop" });
    if (
      request.headers.get("authorization") !== `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}`
    ) {
      return refuse(401, "woocommerce_rest_authentication_error");
    }
    if (!vices.mayRead) return refuse(401, "woocommerce_rest_cannot_view");
    const parameters = Object.fromEntries(url.searchParams);
    if (path === "wc/v3/orders") return list(search(shop, parameters), parameters);
    if (path === "wc/v3/customers") {
      if (!/^[^@\s]+@[^@\s]+$/.test(parameters.email ?? ""))
        return refuse(400, "rest_invalid_param");
      return list(
        [{ email: "quiet@shop.example" }].filter(({ email }) => email === parameters.email),
        parameters,
      );
    }
    if (path === "wc/v3/settings/tax/woocommerce_tax_display_cart") {
      const { taxDisplay: value } = vices;
      return value === null
        ? refuse(403, "woocommerce_rest_cannot_view")
        : Response.json({ id: "woocommerce_tax_display_cart", value });
    }
    const [, id] = /^wc\/v3\/orders\/(\d+)$/.exec(path) ?? [];
    if (id !== undefined) {
      const found = shop.find((one) => one.id === Number(id));
      return found ? Response.json(found) : refuse(404, "woocommerce_rest_shop_order_invalid_id");
    }
    return answerPlugin(path);
  }

  function answerPlugin(path: string): Response {
    const isThere = vices.plugins.some((plugin) =>
      plugin === "fulfillments" ? path.endsWith("/fulfillments") : path.startsWith(`${plugin}/v3/`),
    );
    if (!isThere) return refuse(404, "rest_no_route");
    if (!path.includes("/106/")) return Response.json([]);
    return Response.json(path.endsWith("/fulfillments") ? { fulfillments } : shipments);
  }

  return {
    vices,
    asked,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
  };
}

/** LIKE over all that an order holds, as a database does it that knows no case. */
function search(
  shop: readonly FakeOrder[],
  { search = "", include }: Record<string, string>,
): Item[] {
  const ids = include?.split(",").map(Number);
  const pattern = search.toLowerCase().replace(/^%|%$/g, "");
  return shop
    .filter((one) => ids?.includes(one.id) ?? JSON.stringify(one).toLowerCase().includes(pattern))
    .toReversed();
}

function list(
  items: readonly Item[],
  { page = "1", per_page: limit = "10", _fields }: Record<string, string>,
) {
  const size = Number(limit);
  const start = (Number(page) - 1) * size;
  const shown = items
    .slice(start, start + size)
    .map((item) => (_fields ? only(item, _fields) : item));
  const pages = String(Math.ceil(items.length / size));
  return Response.json(shown, {
    headers: { "x-wp-total": String(items.length), "x-wp-totalpages": pages },
  });
}

function only(item: Item, names: string): Item {
  const roots = names.split(",").map((name) => name.split(".")[0] ?? "");
  return Object.fromEntries(Object.entries(item).filter(([name]) => roots.includes(name)));
}

function refuse(status: number, code: string): Response {
  return Response.json({ code, message: "No.", data: { status } }, { status });
}
