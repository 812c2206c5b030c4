import { customers, type FakeOrder, orders } from "./medusa-orders.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
}

export const secretKey = "sk_for_tests";

/** Filters of orders; another name is left out, and so is what it would have filtered by. */
const filters: Readonly<Record<string, (order: FakeOrder, values: readonly string[]) => boolean>> =
  {
    "id[]": ({ id }, values) => values.includes(id),
    "customer_id[]": ({ customer_id: id }, values) => values.includes(id ?? ""),
    q: (order, [text = ""]) => matches(order, text),
  };

/** A Medusa server as far as it is asked, with what is awkward about the true one. */
export function createFakeMedusa(shop: readonly FakeOrder[] = orders) {
  const vices: Vices = { instead: null };
  const asked: string[] = [];

  function answer(request: Request): Response {
    const { host, pathname, searchParams } = new URL(request.url);
    if (host !== "shop.example") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    const [, list] = /^\/backend\/admin\/(.*)$/.exec(pathname) ?? [];
    asked.push(`${list}?${decodeURIComponent(String(searchParams))}`);
    if (request.headers.get("authorization") !== `Basic ${btoa(`${secretKey}:`)}`) {
      return Response.json({ message: "Unauthorized" }, { status: 401 });
    }
    if (list === "orders") return listOrders(searchParams);
    if (list === "customers") {
      // Compared as it is.
      const email = searchParams.get("email");
      return tell(
        "customers",
        customers.filter((one) => one.email === email),
        searchParams,
      );
    }
    if (list === "stores")
      return tell("stores", [{ id: "store_1", name: "Test Shop" }], searchParams);
    return page(404)();
  }

  function listOrders(parameters: URLSearchParams): Response {
    const found = shop
      .filter(({ status }) => status !== "draft")
      .filter((order) =>
        Object.entries(filters).every(
          ([name, isSame]) => !parameters.has(name) || isSame(order, parameters.getAll(name)),
        ),
      );
    const column = parameters.get("order") ?? "id";
    const [name, sign] = column.startsWith("-") ? [column.slice(1), -1] : [column, 1];
    const rankOf = (order: FakeOrder) =>
      name === "display_id" ? order.display_id : Date.parse(order.created_at);
    const sorted = found.toSorted((one, other) => sign * (rankOf(one) - rankOf(other)));
    return tell(
      "orders",
      sorted.map((order) => shownOf(order, parameters.get("fields") ?? "")),
      parameters,
    );
  }

  return {
    vices,
    asked,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
  };
}

/** As a database looks for it that knows no case, in what Medusa calls searchable; `%` and `_` are what SQL means by them. */
function matches(
  { display_id, custom_display_id, email, shipping_address: to }: FakeOrder,
  text: string,
): boolean {
  const pattern = text
    .toLowerCase()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("%", ".*")
    .replaceAll("_", ".");
  const searched = [String(display_id), custom_display_id, email, to?.address_1, to?.city];
  return searched.some((value) => new RegExp(pattern).test(value?.toLowerCase() ?? ""));
}

/** The fields that were asked for; the items come along with their details in any case. */
function shownOf(order: FakeOrder, fields: string) {
  const names = fields.split(",").map((field) => field.replace("*", "").split(".")[0] ?? "");
  const customer = customers.find(({ id }) => id === order.customer_id);
  const all = { ...order, customer: customer ? { email: customer.email } : null };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => names.includes(name) || name === "items"),
  );
}

/** Returns a page of the rows: fifteen if the request has no limit. */
function tell(name: string, rows: readonly object[], parameters: URLSearchParams): Response {
  const limit = Number(parameters.get("limit") ?? 15);
  const offset = Number(parameters.get("offset") ?? 0);
  const shown = rows.slice(offset, offset + limit);
  return Response.json({ [name]: shown, count: rows.length, offset, limit });
}

/** A page instead of data. */
export const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });
