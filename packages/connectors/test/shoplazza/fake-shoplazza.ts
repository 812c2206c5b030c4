import type { ShoplazzaOrder } from "../../src/shoplazza/shoplazza-order.ts";
import { orders } from "./shoplazza-orders.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  scopes: readonly string[];
  /** Whether answers lie in `{code, message, data}`: those of old versions do not. */
  hasEnvelope: boolean;
  /** Orders in a page at most, however many are asked for. */
  maxRows: number;
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
}

export const accessToken = "token-for-tests";

/** What may be asked, of all that the platform's registry names: another name is a mistake. */
const known: Readonly<Record<string, readonly string[]>> = {
  orders: ["cursor", "page_size", "customer_emails", "fuzzy_fields", "fuzzy_keywords"],
  customers: ["page_size", "email"],
  shop: [],
};

/** A shop of Shoplazza's as far as it is asked, written by the platform's documentation. */
export function createFakeShoplazza(shop: readonly ShoplazzaOrder[] = orders) {
  const vices: Vices = {
    scopes: ["read_order", "read_customer", "read_shop"],
    hasEnvelope: true,
    maxRows: 250,
    instead: null,
  };
  const asked: string[] = [];

  function answer(request: Request): Response {
    const { host, pathname, searchParams } = new URL(request.url);
    if (host !== "test.myshoplaza.com") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    const [, path = ""] = /^\/openapi\/2026-01\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
    asked.push(path);
    if (request.headers.get("access-token") !== accessToken) {
      return Response.json({ error: "store is not active" }, { status: 400 });
    }
    const [, scope = ""] = /^(order|customer|shop)/.exec(path) ?? [];
    if (!vices.scopes.includes(`read_${scope}`)) return refuse(403, "Forbidden");
    const [, number] = /^orders\/number\/(.+)$/.exec(path) ?? [];
    if (number !== undefined) {
      const order = shop.find((one) => one.number === number);
      return order ? wrap({ order }) : refuse(404, "Not Found");
    }
    const names = known[path];
    if (!names) return refuse(404, "Not Found");
    const unknown = [...searchParams.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0) return refuse(422, `unknown parameters ${unknown.join(", ")}`);
    if (path === "shop") return wrap({ id: 1, name: "Test Shop", timezone: "+0800" });
    if (path === "customers") {
      const customers = [{ id: "1", email: "quiet@shop.example" }];
      return wrap({
        customers: customers.filter(({ email }) => email === searchParams.get("email")),
      });
    }
    return list(searchParams);
  }

  /** Emails as they are, labels by any part of them; a list without rows is null. */
  function list(asked: URLSearchParams): Response {
    const emails = asked.getAll("customer_emails");
    const label = asked.get("fuzzy_keywords");
    const found = shop.filter((order) => {
      if (emails.length > 0) return emails.includes(String(order.customer?.email));
      if (label === null) return true;
      return JSON.stringify(order.fulfillments).includes(label);
    });
    const size = Math.min(Number(asked.get("page_size") ?? 10), vices.maxRows);
    const start = Number(asked.get("cursor") ?? 0);
    const rows = found.slice(start, start + size);
    const hasMore = start + size < found.length;
    return wrap({
      orders: rows.length > 0 ? rows : null,
      cursor: hasMore ? String(start + size) : "",
      has_more: hasMore,
    });
  }

  function wrap(data: object): Response {
    return Response.json(vices.hasEnvelope ? { code: "Success", message: "Success", data } : data);
  }

  return {
    vices,
    asked,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
  };
}

function refuse(status: number, error: string): Response {
  return Response.json({ errors: [error] }, { status });
}
