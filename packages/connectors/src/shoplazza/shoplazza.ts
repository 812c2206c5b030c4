import { sameAccount } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { Parameters } from "../http/rest.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { ifAllowed } from "../shop/if-allowed.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createShoplazzaClient, type ShoplazzaClient } from "./client.ts";
import { fields, readConfig, type ShoplazzaConfig } from "./config.ts";
import { accountOf, mapOrder, numberOf } from "./map.ts";
import type { ShoplazzaOrder } from "./shoplazza-order.ts";
import { filterOf } from "./states.ts";

/** Pages of a hundred: customers with more orders see the newest. */
const maxPages = 3;

/** Shoplazza, by its open API and the token of a private app that may read orders. */
export const shoplazza: Connector<ShoplazzaConfig> = {
  name: "shoplazza",
  title: "Shoplazza",
  fields,
  readConfig,
  originOf: ({ host }) => `https://${host}`,
  connect(config, deps) {
    const client = createShoplazzaClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

function createPlatform(client: ShoplazzaClient, config: ShoplazzaConfig): Platform {
  const tell = (orders: readonly ShoplazzaOrder[]) =>
    orders.filter((order) => filterOf(order) !== null).map(mapOrder);

  return {
    async list(account, asked, once) {
      const orders = await once(() => ordersOf(client, account));
      if (orders.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf(orders, { asked, filterOf, tell: async (rows) => rows.map(mapOrder) });
    },

    async find(number) {
      const bare = number.replace(/^#/, "").trim();
      for (const one of bare === "" ? [] : [bare, `#${bare}`]) {
        const answer = await client.get(`orders/number/${encodeURIComponent(one)}`);
        const order = fieldOf(answer, "order");
        if (order) return tell([order as ShoplazzaOrder]);
      }
      return [];
    },

    /** The search is fuzzy, so the results are compared again. */
    async findByLabel(code) {
      const fuzzy = { fuzzy_fields: "tracking_number", fuzzy_keywords: code };
      return tell((await pageOfOrders(client, { ...fuzzy, page_size: "5" })).orders);
    },

    check: () => check(client, config),
  };
}

interface OrdersPage {
  orders: readonly ShoplazzaOrder[];
  /** The start of the next page; null on the last page. */
  cursor: string | null;
}

async function pageOfOrders(client: ShoplazzaClient, parameters: Parameters): Promise<OrdersPage> {
  const answer = await client.get("orders", parameters);
  const orders = fieldOf(answer, "orders");
  // Go encodes an empty list as null.
  if (answer === null || (orders !== null && !Array.isArray(orders))) {
    throw new ConnectorError(
      "not_this_platform",
      "What answers there has no orders of Shoplazza's.",
    );
  }
  const cursor = fieldOf(answer, "has_more") === true ? fieldOf(answer, "cursor") : null;
  return { orders: orders ?? [], cursor: typeof cursor === "string" && cursor ? cursor : null };
}

/** Queries both spellings of the email, because whether Shoplazza compares emails case-sensitively is undocumented. */
async function ordersOf(client: ShoplazzaClient, account: string): Promise<ShoplazzaOrder[]> {
  const found: ShoplazzaOrder[] = [];
  const emails = [...new Set([account, account.toLowerCase()])];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page++) {
    const asked: OrdersPage = await pageOfOrders(client, {
      customer_emails: emails,
      page_size: "100",
      ...(cursor !== null && { cursor }),
    });
    found.push(...asked.orders);
    cursor = asked.cursor;
    if (cursor === null) break;
  }
  return found.filter((order) => sameAccount(accountOf(order), account)).sort(newestFirst);
}

const newestFirst = (one: ShoplazzaOrder, other: ShoplazzaOrder) =>
  Date.parse(other.placed_at || other.created_at) - Date.parse(one.placed_at || one.created_at);

/**
 * Checks whether an account without orders is a customer; an app that may not read customers finds them by orders only.
 */
async function isCustomer(client: ShoplazzaClient, account: string): Promise<boolean> {
  const answer = await ifAllowed(client.get("customers", { email: account, page_size: "5" }));
  const customers = fieldOf(answer, "customers");
  const emails = (Array.isArray(customers) ? customers : []).map((one) => fieldOf(one, "email"));
  return emails.some((email) => typeof email === "string" && sameAccount(email, account));
}

async function check(client: ShoplazzaClient, { host }: ShoplazzaConfig): Promise<ShopCheck> {
  const { orders } = await pageOfOrders(client, { page_size: "10" });
  const name = fieldOf(await ifAllowed(client.get("shop")), "name");
  const order = orders.find((one) => filterOf(one) !== null);
  return describeCheck(
    typeof name === "string" && name !== "" ? name : host,
    order ? { orderNumber: numberOf(order), account: accountOf(order) } : null,
  );
}
