import { sameAccount } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { Parameters } from "../http/rest.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { ifAllowed } from "../shop/if-allowed.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createShoplineClient, type ShoplineClient, type ShoplinePage } from "./client.ts";
import { fields, readConfig, type ShoplineConfig } from "./config.ts";
import { accountOf, mapOrder, numberOf, placedAt } from "./map.ts";
import type { ShoplineOrder } from "./shopline-order.ts";
import { filterOf } from "./states.ts";

/** Pages of a hundred: customers with more orders see the newest. */
const maxPages = 3;

/** A customer may be looked for by a text of this length at most. */
const maxSearchLength = 50;

/** SHOPLINE (myshopline.com), by its admin REST API and the token of an app that may read orders. */
export const shopline: Connector<ShoplineConfig> = {
  name: "shopline",
  title: "SHOPLINE",
  fields,
  readConfig,
  originOf: ({ host }) => `https://${host}`,
  connect(config, deps) {
    const client = createShoplineClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

function createPlatform(client: ShoplineClient, config: ShoplineConfig): Platform {
  return {
    async list(account, asked, once) {
      const own = await once(() => ownOrders(client, account));
      if (own.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf(own, { asked, filterOf, tell: async (rows) => rows.map(mapOrder) });
    },

    async find(number) {
      const bare = number.replace(/^#/, "").trim();
      if (bare === "") return [];
      const names = [...new Set([bare, bare.toUpperCase()])];
      const found = await Promise.all(names.map((name) => ordersOf(client, { name, limit: "5" })));
      return found.flat().map(mapOrder);
    },

    /** The search covers numbers, products and amounts, so the results are compared again. */
    findByLabel: async (code) =>
      (await ordersOf(client, { search_content: code, limit: "5" })).map(mapOrder),

    check: () => check(client, config),
  };
}

async function ownOrders(client: ShoplineClient, account: string): Promise<ShoplineOrder[]> {
  const parameters = { email: account, limit: "100", ...newestFirst };
  const found = await ordersOf(client, parameters, maxPages);
  if (found.length > 0 && found.every((order) => accountOf(order) === null)) {
    throw new ConnectorError(
      "missing_scope",
      "SHOPLINE withholds the emails of orders from this app.",
    );
  }
  return found.filter((order) => sameAccount(accountOf(order), account));
}

const newestFirst = { sort_condition: "order_at:desc" };

/**
 * Returns orders, newest first. Without filters, SHOPLINE returns only unshipped, unarchived orders: `any` includes
 * archived orders, and each shipping status needs its own query.
 */
async function ordersOf(
  client: ShoplineClient,
  parameters: Parameters,
  pages = 1,
): Promise<ShoplineOrder[]> {
  const lists = await Promise.all(
    ["unshipped", "partial", "shipped"].map((status) =>
      allOf(client, { ...parameters, status: "any", fulfillment_status: status }, pages),
    ),
  );
  const byId = new Map(lists.flat().map((order) => [order.id, order]));
  return [...byId.values()].sort(
    (one, other) => Date.parse(placedAt(other)) - Date.parse(placedAt(one)),
  );
}

async function allOf(client: ShoplineClient, parameters: Parameters, pages: number) {
  const found: ShoplineOrder[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages; page++) {
    const asked: ShoplinePage = await client.get(
      "orders.json",
      // The page token already contains all query parameters.
      next === null ? parameters : { page_info: next, limit: parameters.limit ?? "100" },
    );
    found.push(...rowsOf(asked.json));
    next = asked.next;
    if (next === null) break;
  }
  return found;
}

function rowsOf(json: unknown): readonly ShoplineOrder[] {
  const orders = fieldOf(json, "orders");
  if (Array.isArray(orders)) return orders;
  throw new ConnectorError("not_this_platform", "What answers there has no orders of SHOPLINE's.");
}

/**
 * Checks whether an account without orders is a customer; an app that may not read customers finds them by orders only.
 */
async function isCustomer(client: ShoplineClient, account: string): Promise<boolean> {
  if (account.length > maxSearchLength) return false;
  const parameters = { query_param: account, limit: "5" };
  const answer = await ifAllowed(client.get("customers/v2/search.json", parameters));
  const customers = fieldOf(answer?.json, "customers");
  const emails = (Array.isArray(customers) ? customers : []).map((one) => fieldOf(one, "email"));
  return emails.some((email) => typeof email === "string" && sameAccount(email, account));
}

async function check(client: ShoplineClient, { host }: ShoplineConfig): Promise<ShopCheck> {
  const [order] = await ordersOf(client, { limit: "1", ...newestFirst });
  const shop = await ifAllowed(client.get("merchants/shop.json"));
  const name = fieldOf(fieldOf(shop?.json, "data"), "name");
  const account = order && accountOf(order);
  return describeCheck(
    typeof name === "string" && name !== "" ? name : host,
    order ? { orderNumber: numberOf(order), account } : null,
    account === null ? ["personal_data_withheld"] : [],
  );
}
