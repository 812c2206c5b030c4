import { sameAccount, sameNumber } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { connectPlatform, type Platform, type PlatformOrder } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createEvershopClient, type EvershopClient } from "./client.ts";
import { type EvershopConfig, fields, readConfig } from "./config.ts";
import type { EvershopOrder, OrderOutline } from "./evershop-order.ts";
import { mapOrder } from "./map.ts";
import {
  checkQuery,
  containing,
  customersQuery,
  exactly,
  numberQuery,
  onPage,
  outlineQuery,
  wholeQuery,
} from "./queries.ts";
import { filterOf } from "./states.ts";

/** Of a customer's orders, the newest. */
const outlinesAsked = { pages: 3, limit: 100 };

/** How many of the newest orders or customers to load that merely contain the search term. */
const maxSimilar = 20;

/** EverShop 2, by its admin API and a user of the admin. */
export const evershop: Connector<EvershopConfig> = {
  name: "evershop",
  title: "EverShop",
  fields,
  readConfig,
  originOf: ({ site }) => new URL(site).origin,
  connect(config, deps) {
    const client = createEvershopClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

interface Rows<Row> {
  items: readonly (Row | null)[] | null;
}

function createPlatform(client: EvershopClient, config: EvershopConfig): Platform {
  return {
    async list(account, asked, once) {
      const orders = await once(() => ordersOf(client, account));
      if (orders.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf<OrderOutline>(orders, {
        asked,
        filterOf,
        tell: (rows) => wholeOf(client, rows, config),
      });
    },

    async find(number) {
      const bare = number.replace(/^#/, "").trim();
      return bare === "" ? [] : numbered(client, bare, config);
    },

    check: () => check(client, config),
  };
}

/** Returns outlines of all orders of an email address, because EverShop cannot return those of one list alone. */
async function ordersOf(client: EvershopClient, account: string): Promise<OrderOutline[]> {
  const { pages, limit } = outlinesAsked;
  const own: OrderOutline[] = [];
  for (let page = 1; page <= pages; page++) {
    const filters = [containing("email", account), ...onPage(page, limit)];
    const { orders } = await client.ask<{ orders: Rows<OrderOutline> }>(outlineQuery, { filters });
    const rows = rowsOf(orders);
    own.push(...rows.filter(({ customerEmail }) => sameAccount(customerEmail, account)));
    if (rows.length < limit) break;
  }
  return own;
}

async function isCustomer(client: EvershopClient, account: string): Promise<boolean> {
  const filters = [containing("email", account), ...onPage(1, maxSimilar)];
  const { customers } = await client.ask<{ customers: Rows<{ email: string }> }>(customersQuery, {
    filters,
  });
  return rowsOf(customers).some(({ email }) => sameAccount(email, account));
}

type Numbered = Pick<OrderOutline, "uuid" | "orderNumber">;

interface Prices {
  setting: { priceIncludingTax: boolean | null } | null;
}

/** Returns the order with this number, and others whose numbers are written differently. */
async function numbered(
  client: EvershopClient,
  number: string,
  config: EvershopConfig,
): Promise<PlatformOrder[]> {
  const { setting, exact, similar } = await client.ask<
    Prices & { exact: Rows<EvershopOrder>; similar: Rows<Numbered> }
  >(numberQuery, {
    exact: [exactly("number", number)],
    similar: [containing("number", number), ...onPage(1, maxSimilar)],
  });
  const orders = rowsOf(exact);
  const others = rowsOf(similar).filter(
    ({ uuid, orderNumber }) =>
      sameNumber(orderNumber, number) && !orders.some((order) => order.uuid === uuid),
  );
  return [
    ...orders.map((order) => mapOrder(order, mapConfigOf(config, setting))),
    ...(await wholeOf(client, others, config)),
  ];
}

/** Returns complete orders, in the order of `rows`. */
async function wholeOf(
  client: EvershopClient,
  rows: readonly Numbered[],
  config: EvershopConfig,
): Promise<PlatformOrder[]> {
  if (rows.length === 0) return [];
  const variables = Object.fromEntries(rows.map(({ uuid }, at) => [`uuid${at}`, uuid]));
  const { setting, ...orders } = await client.ask<
    Prices & Record<`order${number}`, EvershopOrder | null>
  >(wholeQuery(rows.length), variables);
  return rows.flatMap((_, at) => {
    const order = orders[`order${at}`];
    return order ? mapOrder(order, mapConfigOf(config, setting)) : [];
  });
}

const mapConfigOf = ({ site }: EvershopConfig, setting: Prices["setting"] | undefined) => ({
  site,
  isTaxIncluded: setting?.priceIncludingTax === true,
});

/** Returns the rows of a list; a missing list means a different schema. */
function rowsOf<Row>(list: Rows<Row> | null | undefined): Row[] {
  if (!Array.isArray(list?.items)) {
    throw new ConnectorError(
      "not_this_platform",
      "What answers there has no admin API of EverShop 2.",
    );
  }
  return list.items.filter((row) => row !== null);
}

interface Checked {
  setting: { storeName: string | null } | null;
  orders: Rows<Pick<OrderOutline, "orderNumber" | "customerEmail">>;
}

/** Checks the connection. An admin user may do everything: EverShop has no API keys, so no read-only ones either. */
async function check(client: EvershopClient, { site }: EvershopConfig): Promise<ShopCheck> {
  const { setting, orders } = await client.ask<Checked>(checkQuery, { filters: onPage(1, 1) });
  const [order] = rowsOf(orders);
  return describeCheck(
    setting?.storeName?.trim() || new URL(site).host,
    order ? { orderNumber: order.orderNumber, account: order.customerEmail } : null,
    ["no_read_only_key"],
  );
}
