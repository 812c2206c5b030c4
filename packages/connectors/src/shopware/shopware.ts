import { sameAccount } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { ifAllowed } from "../shop/if-allowed.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createShopwareClient, type ShopwareClient } from "./client.ts";
import { fields, readConfig, type ShopwareConfig } from "./config.ts";
import {
  anyIntegration,
  customersOf,
  maxRows,
  newestOrder,
  ordersById,
  ordersNamed,
  ordersOf,
  ordersTracked,
  refundsOfPayments,
} from "./criteria.ts";
import { mapOrder } from "./map.ts";
import type { OrderOutline, ShopwareOrder, ShopwareRefund } from "./shopware-order.ts";
import { filterOf } from "./states.ts";

/** Pages of a hundred: customers with more orders see the newest. */
const maxPages = 3;

/** Shopware 6, by its admin API and an integration that may view orders. */
export const shopware: Connector<ShopwareConfig> = {
  name: "shopware",
  title: "Shopware 6",
  fields,
  readConfig,
  originOf: ({ site }) => new URL(site).origin,
  connect(config, deps) {
    const client = createShopwareClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

function createPlatform(client: ShopwareClient, config: ShopwareConfig): Platform {
  const map = async (orders: readonly ShopwareOrder[]) => {
    const refunds = await refundsOfOrders(client, orders);
    return orders.map((one) => mapOrder(one, { ...config, refunds }));
  };

  return {
    async list(account, asked, once) {
      const outlines = await once(() => outlinesOf(client, account));
      if (outlines.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf(outlines, {
        asked,
        filterOf: (order) => filterOf(order, config),
        async tell(rows) {
          const ids = rows.map(({ id }) => id);
          const found = await client.search<ShopwareOrder>("order", ordersById(ids));
          return map(ids.flatMap((id) => found.find((order) => order.id === id) ?? []));
        },
      });
    },

    async find(number) {
      const numbers = [...new Set([number, number.replace(/^#/, "")])];
      return map(await client.search<ShopwareOrder>("order", ordersNamed(numbers)));
    },

    findByLabel: async (code) =>
      map(await client.search<ShopwareOrder>("order", ordersTracked(code))),

    check: () => check(client, config),
  };
}

/**
 * Returns the refunds of orders, or none if Shopware refuses or lacks them: a role may have access to orders but not to
 * refunds, and Shopware stores none before 6.4.12.
 */
async function refundsOfOrders(client: ShopwareClient, orders: readonly ShopwareOrder[]) {
  const ids = orders
    .flatMap(({ transactions }) => transactions ?? [])
    .filter(({ stateMachineState }) => /^refunded/.test(stateMachineState.technicalName))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const criteria = refundsOfPayments(ids);
  const asked = client.search<ShopwareRefund>("order-transaction-capture-refund", criteria);
  return (await ifAllowed(asked, ["missing_scope", "not_this_platform"])) ?? [];
}

/** The database ignores case and treats some letters as equal, so the results are compared again. */
async function outlinesOf(client: ShopwareClient, account: string): Promise<OrderOutline[]> {
  const found: OrderOutline[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const rows = await client.search<OrderOutline>("order", ordersOf(account, page));
    found.push(...rows);
    if (rows.length < maxRows) break;
  }
  return found.filter(({ orderCustomer }) => sameAccount(orderCustomer?.email, account));
}

async function isCustomer(client: ShopwareClient, account: string): Promise<boolean> {
  const found = await ifAllowed(
    client.search<{ email?: string | null }>("customer", customersOf(account)),
  );
  return found?.some(({ email }) => sameAccount(email, account)) ?? false;
}

async function check(client: ShopwareClient, { site }: ShopwareConfig): Promise<ShopCheck> {
  const [order] = await client.search<OrderOutline>("order", newestOrder);
  // Loads everything a list needs once, so that this check names a missing permission.
  if (order) await client.search("order", ordersById([order.id]));
  const mayAll = (await ifAllowed(client.search("integration", anyIntegration))) !== null;
  return describeCheck(
    new URL(site).host,
    order ? { orderNumber: order.orderNumber, account: order.orderCustomer?.email } : null,
    mayAll ? ["scopes_too_wide"] : [],
  );
}
