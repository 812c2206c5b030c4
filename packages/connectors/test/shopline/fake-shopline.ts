import type { ShoplineOrder } from "../../src/shopline/shopline-order.ts";
import { orders } from "./shopline-orders.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  scopes: readonly string[];
  /** Emails with stars in them. */
  isMasked: boolean;
  /** Orders in a page at most, however many are asked for. */
  maxRows: number;
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
}

export const accessToken = "eyJhbGciOiJIUzUxMiJ9.for-tests";

/** What may be asked, of all that the platform describes: another name, or value, is a mistake. */
const known: Readonly<Record<string, readonly string[]>> = {
  "orders.json": [
    ...["email", "name", "search_content", "status", "fulfillment_status"],
    ...["limit", "sort_condition", "page_info"],
  ],
  "customers/v2/search.json": ["query_param", "limit"],
  "merchants/shop.json": [],
};
const scopes: Readonly<Record<string, string>> = {
  "orders.json": "read_orders",
  "customers/v2/search.json": "read_customers",
  "merchants/shop.json": "read_store_information",
};

/** A shop of SHOPLINE's as far as it is asked, written by the platform's documentation. */
export function createFakeShopline(shop: readonly ShoplineOrder[] = orders) {
  const vices: Vices = {
    scopes: Object.values(scopes),
    isMasked: false,
    maxRows: 100,
    instead: null,
  };
  const asked: string[] = [];

  function answer(request: Request): Response {
    const url = new URL(request.url);
    if (url.host !== "test.myshopline.com") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    const path = url.pathname.replace(/^\/admin\/openapi\/v20260301\//, "");
    asked.push(path);
    if (request.headers.get("authorization") !== `Bearer ${accessToken}`) return refuse(401);
    const names = known[path];
    if (!names) return refuse(404);
    if (!vices.scopes.includes(scopes[path] ?? "")) return refuse(403);
    if ([...url.searchParams.keys()].some((name) => !names.includes(name))) return refuse(422);
    if (path === "merchants/shop.json") return Response.json({ data: { name: "Test Shop" } });
    if (path === "orders.json") return list(Object.fromEntries(url.searchParams));
    const customers = [{ email: "quiet@shop.example" }, { email: "b***@shop.example" }];
    const part = url.searchParams.get("query_param") ?? "";
    return Response.json({ customers: customers.filter(({ email }) => email.includes(part)) });
  }

  /** The name of a page holds the question; beside it nothing but a limit may be asked. */
  function list({ page_info: name, limit = "50", ...own }: Record<string, string>): Response {
    if (name && Object.keys(own).length > 0) return refuse(400);
    const { start, ...question } = name
      ? JSON.parse(Buffer.from(name, "base64url").toString())
      : { start: 0, ...own };
    const found = [...shop].reverse().filter((order) => isAsked(order, question));
    const end = start + Math.min(Number(limit), vices.maxRows);
    const page = Buffer.from(JSON.stringify({ ...question, start: end })).toString("base64url");
    const to = `https://test.myshopline.com/admin/openapi/v20260301/orders.json?limit=${limit}`;
    const links = [
      ...(start > 0 ? [`<${to}&page_info=before>; rel="previous"`] : []),
      ...(end < found.length ? [`<${to}&page_info=${page}>; rel="next"`] : []),
    ];
    return Response.json(
      { orders: found.slice(start, end).map(show) },
      { headers: links.length > 0 ? { link: links.join(",") } : {} },
    );
  }

  function show(order: ShoplineOrder): ShoplineOrder {
    if (!vices.isMasked) return order;
    return { ...order, email: "o***@shop.example", customer: { email: "o***@shop.example" } };
  }

  return {
    vices,
    asked,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
  };
}

/** As it is described: what is not shipped is meant where nothing is said, and what is not archived. */
function isAsked(order: ShoplineOrder, question: Record<string, string>): boolean {
  const { email, name, search_content: text, status = "open" } = question;
  const { fulfillment_status: sent = "unshipped" } = question;
  const told = order.fulfillment_status ?? "unshipped";
  if (sent !== (told === "fulfilled" ? "shipped" : told)) return false;
  if (status !== "any" && (order.hidden_order || order.status !== status)) return false;
  const emails = [order.email, order.customer?.email].map((one) => String(one).toLowerCase());
  if (email !== undefined && !emails.some((one) => one.includes(email.toLowerCase()))) return false;
  if (name !== undefined && order.name !== name) return false;
  return text === undefined || JSON.stringify(order).includes(text);
}

function refuse(status: number): Response {
  return Response.json({ errors: "No." }, { status });
}
