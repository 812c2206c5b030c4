import { sameAccount } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { pageOf } from "../shop/page-of.ts";
import { createVendureClient, type VendureClient } from "./client.ts";
import { fields, readConfig, type VendureConfig } from "./config.ts";
import { mapOrder } from "./map.ts";
import { accountQuery, checkQuery, numberQuery, ordersQuery, tooWideQueries } from "./queries.ts";
import { filterOf } from "./states.ts";
import type { OrderOutline, VendureOrder } from "./vendure-order.ts";

/** Vendure returns at most a thousand at once; few customers have placed that many orders. */
const maxOrders = 1_000;

/** Vendure 3.6 and newer, by its admin API and a key that may read orders and customers. */
export const vendure: Connector<VendureConfig> = {
  name: "vendure",
  title: "Vendure",
  fields,
  readConfig,
  originOf: ({ url }) => new URL(url).origin,
  connect(config, deps) {
    const client = createVendureClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

interface Customers {
  customers: { items: { emailAddress: string; orders: { items: OrderOutline[] } }[] };
}
interface Orders {
  activeChannel: { pricesIncludeTax: boolean };
  orders: { items: VendureOrder[] };
}

function createPlatform(client: VendureClient, config: VendureConfig): Platform {
  const { payLaterMethods } = config;
  const mapOrders = ({ activeChannel: { pricesIncludeTax: isTaxIncluded }, orders }: Orders) =>
    orders.items.map((order) => mapOrder(order, { ...config, isTaxIncluded }));

  return {
    async list(account, asked, once) {
      // A guest and an account with the same email are two customers.
      const own = await once(async () => {
        const { customers } = await client.ask<Customers>(accountQuery, {
          // Vendure stores emails in small letters, and compares them as they are.
          email: account.toLowerCase(),
          take: maxOrders,
          withPayments: payLaterMethods.length > 0,
        });
        return customers.items.filter(({ emailAddress }) => sameAccount(emailAddress, account));
      });
      if (own.length === 0) return null;
      const outlines = own
        .flatMap(({ orders }) => orders.items)
        .sort((one, other) => placedAt(other).localeCompare(placedAt(one)));
      return pageOf(outlines, {
        asked,
        filterOf: (order) => filterOf(order, payLaterMethods),
        async tell(rows) {
          const ids = rows.map(({ id }) => id);
          const told = await client.ask<Orders>(ordersQuery, { ids });
          const found = new Map(told.orders.items.map((order) => [order.id, order]));
          return mapOrders({
            ...told,
            orders: { items: ids.flatMap((id) => found.get(id) ?? []) },
          });
        },
      });
    },

    async find(number) {
      const bare = number.replace(/^#/, "");
      const codes = [...new Set([number, bare, bare.toUpperCase(), bare.toLowerCase()])];
      const told = await client.ask<Orders>(numberQuery, { codes });
      const items = told.orders.items.filter((order) => filterOf(order, payLaterMethods) !== null);
      return mapOrders({ ...told, orders: { items } });
    },

    check: () => check(client, config),
  };
}

const placedAt = ({ orderPlacedAt, createdAt }: OrderOutline) => orderPlacedAt ?? createdAt;

interface Checked {
  activeChannel: { code: string };
  orders: { items: { code: string; customer: { emailAddress: string } | null }[] };
}

async function check(client: VendureClient, { url }: VendureConfig): Promise<ShopCheck> {
  const { activeChannel, orders } = await client.ask<Checked>(checkQuery);
  const mayMore = await Promise.all(tooWideQueries.map((query) => client.isAllowed(query)));
  const [order] = orders.items;
  const isDefault = activeChannel.code === "__default_channel__";
  return describeCheck(
    isDefault ? new URL(url).host : activeChannel.code,
    order ? { orderNumber: order.code, account: order.customer?.emailAddress } : null,
    mayMore.some(Boolean) ? ["scopes_too_wide"] : [],
  );
}
