import { sameAccount } from "@meetbot/sdk/shop";
import type { CheckNote, Connector, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { ifAllowed } from "../shop/if-allowed.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createShopifyClient, type ShopifyClient } from "./client.ts";
import { fields, readConfig, type ShopifyConfig } from "./config.ts";
import { hear } from "./hear.ts";
import { mapOrder } from "./map.ts";
import {
  accountQuery,
  customerQuery,
  numberQuery,
  ordersQuery,
  sampleQuery,
  scopesQuery,
  term,
} from "./queries.ts";
import type { OrderOutline, ShopifyOrder } from "./shopify-order.ts";
import { filterOf } from "./states.ts";

/** Pages of a hundred: customers with more orders see the newest. */
const maxPages = 3;

/** Shopify, by its admin API, as an app that may read orders. */
export const shopify: Connector<ShopifyConfig> = {
  name: "shopify",
  title: "Shopify",
  fields,
  readConfig,
  originOf: ({ host }) => `https://${host}`,
  connect(config, deps) {
    const client = createShopifyClient(config, deps);
    return connectPlatform(createPlatform(client), deps.now);
  },
  hear,
};

interface Outlines {
  orders: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: OrderOutline[] };
}
interface Customers {
  customers: { nodes: { defaultEmailAddress: { emailAddress: string } | null }[] } | null;
}
interface WholeOrders {
  shop: { ianaTimezone: string };
  nodes: (ShopifyOrder | null)[];
}
interface FoundOrders {
  shop: { ianaTimezone: string };
  orders: { nodes: ShopifyOrder[] };
}

function createPlatform(client: ShopifyClient): Platform {
  return {
    async list(account, asked, once) {
      const outlines = await once(() => outlinesOf(client, account));
      if (outlines.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf(outlines, {
        asked,
        filterOf,
        async tell(rows) {
          const ids = rows.map(({ id }) => id);
          const { data } = await client.ask<WholeOrders>(ordersQuery, { ids });
          const orders = data.nodes.flatMap((order) => order ?? []);
          return orders.map((order) => mapOrder(order, data.shop.ianaTimezone));
        },
      });
    },

    async find(number) {
      const bare = number.replace(/^#/, "");
      const query = [bare, `#${bare}`].map((name) => term("name", name)).join(" OR ");
      const { data } = await client.ask<FoundOrders>(numberQuery, { query });
      return data.orders.nodes
        .filter((order) => filterOf(order) !== null)
        .map((order) => mapOrder(order, data.shop.ianaTimezone));
    },

    check: () => check(client),
  };
}

/** Returns an account's orders. Shopify matches words and prefixes of an email, so the results are compared again. */
async function outlinesOf(client: ShopifyClient, account: string): Promise<OrderOutline[]> {
  const found: OrderOutline[] = [];
  let after: string | null = null;
  for (let page = 0; page < maxPages; page++) {
    const variables: Record<string, unknown> = { query: term("email", account), after };
    const { data }: { data: Outlines } = await client.ask<Outlines>(accountQuery, variables);
    found.push(...data.orders.nodes);
    if (!data.orders.pageInfo.hasNextPage) break;
    after = data.orders.pageInfo.endCursor;
  }
  if (found.length > 0 && found.every(({ email }) => email === null)) {
    throw new ConnectorError(
      "missing_scope",
      "Shopify withholds the emails of orders from this app. Ask for access to protected customer data (email).",
    );
  }
  return found.filter(({ email }) => sameAccount(email, account));
}

/**
 * Checks whether an account is a customer, who may have no orders, or none in the days that the connector may read.
 * Without permission to read customers, only orders identify them.
 */
async function isCustomer(client: ShopifyClient, account: string): Promise<boolean> {
  const answer = await ifAllowed(
    client.ask<Customers>(customerQuery, { query: term("email", account) }),
  );
  const customers = answer?.data.customers?.nodes ?? [];
  return customers.some((one) => sameAccount(one.defaultEmailAddress?.emailAddress, account));
}

interface Scopes {
  shop: { name: string };
  currentAppInstallation: { accessScopes: { handle: string }[] };
}
interface Sample {
  orders: { nodes: { name: string; email: string | null }[] };
}

async function check(client: ShopifyClient): Promise<ShopCheck> {
  const { data } = await client.ask<Scopes>(scopesQuery);
  const scopes = data.currentAppInstallation.accessScopes.map(({ handle }) => handle);
  const mayReadAll = scopes.includes("read_all_orders");
  if (!mayReadAll && !scopes.some((scope) => /^(read|write)_orders$/.test(scope))) {
    throw new ConnectorError("missing_scope", "The app lacks the scope read_orders.");
  }
  const [order] = (await client.ask<Sample>(sampleQuery)).data.orders.nodes;
  const notes: CheckNote[] = [
    ...(scopes.some((scope) => scope.startsWith("write_")) ? (["scopes_too_wide"] as const) : []),
    ...(mayReadAll ? [] : (["last_60_days_only"] as const)),
    ...(order?.email === null ? (["personal_data_withheld"] as const) : []),
  ];
  const newest = order && { orderNumber: order.name.replace(/^#/, ""), account: order.email };
  return describeCheck(data.shop.name, newest ?? null, notes);
}
