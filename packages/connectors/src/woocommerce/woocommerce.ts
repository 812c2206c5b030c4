import { sameAccount } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createWooClient, type WooClient } from "./client.ts";
import { fields, readConfig, type WooConfig } from "./config.ts";
import { hear } from "./hear.ts";
import { mapOrder } from "./map.ts";
import { filterOf } from "./states.ts";
import { createTaxDisplay } from "./tax-display.ts";
import { findTrackings } from "./trackings.ts";
import type { OrderOutline, WooOrder } from "./woo-order.ts";

/** Pages of a hundred: customers with more orders see the newest. */
const maxPages = 3;

/**
 * Requests amounts with more digits than the currency has, so that net plus tax, added and rounded, equals what
 * customers saw.
 */
const exactly = { dp: "6" };

const outlineFields = "id,number,status,billing.email";

/** WooCommerce, by its REST API v3 and a key with read access. */
export const woocommerce: Connector<WooConfig> = {
  name: "woocommerce",
  title: "WooCommerce",
  fields,
  readConfig,
  originOf: ({ site }) => new URL(site).origin,
  connect(config, deps) {
    const client = createWooClient(config, deps);
    return connectPlatform(createPlatform(client, config, deps.now), deps.now);
  },
  hear,
};

function createPlatform(client: WooClient, config: WooConfig, now: () => number): Platform {
  const isTaxShown = createTaxDisplay(client, now);
  return {
    async list(account, asked, once) {
      const outlines = await once(() => outlinesOf(client, account));
      if (outlines.length === 0) return (await isCustomer(client, account)) ? noOrders : null;
      return pageOf(outlines, {
        asked,
        filterOf: (order) => filterOf(order, config),
        async tell(rows) {
          const ids = rows.map(({ id }) => id);
          const parameters = { include: ids.join(","), per_page: "20", ...exactly };
          const [answer, isShown] = await Promise.all([
            client.get<WooOrder[]>("wc/v3/orders", parameters),
            isTaxShown(),
          ]);
          const found = answer?.data ?? [];
          const orders = ids.flatMap((id) => found.find((order) => order.id === id) ?? []);
          return orders.map((order) => mapOrder(order, [], isShown));
        },
      });
    },

    async find(number) {
      const bare = number.replace(/^#/, "").trim();
      const [orders, isShown] = await Promise.all([ordersOf(client, bare), isTaxShown()]);
      const shown = orders.filter((order) => filterOf(order, config) !== null);
      return Promise.all(
        shown.map(async (order) => mapOrder(order, await findTrackings(client, order), isShown)),
      );
    },

    check: () => check(client, config),
  };
}

/** Returns an account's orders. WooCommerce cannot filter by email: it searches all of an order's text. */
async function outlinesOf(client: WooClient, account: string): Promise<OrderOutline[]> {
  const found: OrderOutline[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const answer = await client.get<OrderOutline[]>("wc/v3/orders", {
      search: account,
      orderby: "date",
      order: "desc",
      per_page: "100",
      page: String(page),
      _fields: outlineFields,
    });
    found.push(...(answer?.data ?? []));
    if (answer === null || page >= answer.pages) break;
  }
  return found.filter(({ billing }) => sameAccount(billing?.email, account));
}

async function isCustomer(client: WooClient, email: string): Promise<boolean> {
  const parameters = { email, role: "all", _fields: "email" };
  try {
    const found = await client.get<{ email: string }[]>("wc/v3/customers", parameters);
    return found?.data.some((one) => sameAccount(one.email, email)) ?? false;
  } catch (error) {
    // A malformed email is an invalid parameter; a key that cannot read customers can only find them by their orders.
    const isNo =
      error instanceof ConnectorError && /^(broken_answer|missing_scope)$/.test(error.problem);
    if (isNo) return false;
    throw error;
  }
}

/**
 * Returns the orders with a number. The number is the order's id, unless a plugin numbers orders itself; then the
 * connector searches and compares.
 */
async function ordersOf(client: WooClient, number: string): Promise<WooOrder[]> {
  if (/^\d{1,15}$/.test(number)) {
    const order = await client.get<WooOrder>(`wc/v3/orders/${Number(number)}`, exactly);
    if (order?.data.number === number) return [order.data];
  }
  if (number === "") return [];
  const parameters = { search: number, per_page: "20", orderby: "date", order: "desc", ...exactly };
  const found = (await client.get<WooOrder[]>("wc/v3/orders", parameters))?.data ?? [];
  const same = (order: WooOrder) =>
    order.number.toUpperCase().replace(/^#/, "") === number.toUpperCase();
  return found.filter(same);
}

async function check(client: WooClient, { site }: WooConfig): Promise<ShopCheck> {
  const parameters = { per_page: "1", orderby: "date", order: "desc", _fields: outlineFields };
  const answer = await client.get<OrderOutline[]>("wc/v3/orders", parameters);
  const index = await client.get<{ name?: unknown }>("", { _fields: "name" });
  const [order] = answer?.data ?? [];
  const name = index?.data.name;
  return describeCheck(
    typeof name === "string" && name !== "" ? name : new URL(site).host,
    order ? { orderNumber: order.number, account: order.billing?.email } : null,
  );
}
