import type { OrderFilter } from "@meetbot/sdk";
import { sameAccount, sameNumber } from "@meetbot/sdk/shop";
import type { Connector, ShopCheck } from "../connector/connector.ts";
import type { Parameters } from "../http/rest.ts";
import { connectPlatform, type Platform } from "../shop/connect-platform.ts";
import { describeCheck } from "../shop/describe-check.ts";
import { noOrders, pageOf } from "../shop/page-of.ts";
import { createMedusaClient, type MedusaClient } from "./client.ts";
import { fields, type MedusaConfig, readConfig } from "./config.ts";
import { mapOrder, numberOf } from "./map.ts";
import type { MedusaOrder, OrderNumbers, OrderOutline } from "./medusa-order.ts";
import { filterOf } from "./states.ts";

/** Of a customer's orders, the newest. Whatever is asked for, Medusa adds every item of them, of 2 KB each: pages are short. */
const ordersAsked = { pages: 8, limit: 25 };

/** Limits for searching orders whose numbers, emails or addresses contain a number. */
const numbersAsked = { pages: 5, limit: 20 };

/** Medusa 2, by its admin API and a secret key. */
export const medusa: Connector<MedusaConfig> = {
  name: "medusa",
  title: "Medusa",
  fields,
  readConfig,
  originOf: ({ site }) => new URL(site).origin,
  connect(config, deps) {
    const client = createMedusaClient(config, deps);
    return connectPlatform(createPlatform(client, config), deps.now);
  },
};

const numberFields = "id,display_id,custom_display_id";
const outlineFields =
  "id,status,is_draft_order,payment_status,fulfillment_status,created_at,email,customer.email";
const outlines = { order: "-created_at", fields: outlineFields };
const wholeFields = [
  ...[outlineFields, numberFields, "currency_code", "total", "tax_total"],
  ...["shipping_subtotal", "discount_subtotal", "original_shipping_total", "discount_total"],
  ...["*credit_lines", "*items", "*items.detail", "*items.adjustments", "*shipping_methods"],
  ...["*shipping_address", "*payment_collections.payments"],
  "*payment_collections.payments.refunds",
  ...["*fulfillments", "*fulfillments.labels", "*fulfillments.items"],
].join(",");

function createPlatform(client: MedusaClient, config: MedusaConfig): Platform {
  return {
    async list(account, asked, once) {
      const orders = await once(() => ordersOf(client, account));
      if (orders.length === 0) {
        return (await customersOf(client, account)).length > 0 ? noOrders : null;
      }
      return pageOf(orders, {
        asked,
        filterOf: ({ filter }) => filter,
        async tell(rows) {
          const whole = await wholeOf(client, rows);
          // The owner was already compared; the order itself may have a different email.
          return whole.map((order) => ({ ...mapOrder(order, config), account }));
        },
      });
    },

    async find(number) {
      const orders = await wholeOf(client, await numbered(client, number.replace(/^#/, "").trim()));
      return orders
        .filter((order) => filterOf(order) !== null)
        .map((order) => mapOrder(order, config));
    },

    check: () => check(client, config),
  };
}

/**
 * Returns the orders of customers with this email, including guests, and those placed with this email. A filter by
 * email is not possible: Medusa ignores unknown filters and would return everybody's orders.
 */
async function ordersOf(client: MedusaClient, account: string): Promise<Listed[]> {
  const [ids, placed] = await Promise.all([
    customersOf(client, account),
    pagesOf<OrderOutline>(client, { q: account, ...outlines }, ordersAsked),
  ]);
  const owned =
    ids.length === 0
      ? []
      : await pagesOf<OrderOutline>(client, { "customer_id[]": ids, ...outlines }, ordersAsked);
  const own = [...owned, ...placed].filter(
    (one) => sameAccount(one.email, account) || sameAccount(one.customer?.email, account),
  );
  return [...new Map(own.map((one) => [one.id, one])).values()]
    .sort((one, other) => other.created_at.localeCompare(one.created_at))
    .map((one) => ({ id: one.id, filter: filterOf(one) }));
}

/** What the connector remembers of an order until it is shown. */
interface Listed {
  id: string;
  filter: OrderFilter | null;
}

/** The ids of an email's customers: a guest and an account may both have it. */
async function customersOf(client: MedusaClient, account: string): Promise<string[]> {
  const found = await client.list<{ id: string; email: string }>("customers", {
    // Stored in small letters, and compared as they are.
    email: account.toLowerCase(),
    fields: "id,email",
    limit: "20",
  });
  return found.filter(({ email }) => sameAccount(email, account)).map(({ id }) => id);
}

/** Fetches rows of a list of orders, page by page, until no further match can follow. */
async function pagesOf<Row>(
  client: MedusaClient,
  parameters: Parameters,
  { pages, limit }: { pages: number; limit: number },
  isEnough: (last: Row | undefined) => boolean = () => false,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let page = 0; page < pages; page++) {
    const paging = { limit: String(limit), offset: String(page * limit) };
    const rows = await client.list<Row>("orders", { ...parameters, ...paging });
    found.push(...rows);
    if (rows.length < limit || isEnough(rows.at(-1))) break;
  }
  return found;
}

/**
 * Returns the orders with a number. Medusa searches numbers, emails and addresses for it. In ascending order the number
 * itself comes before all that only contain it, and few results come before it.
 */
async function numbered(client: MedusaClient, number: string): Promise<OrderNumbers[]> {
  if (number === "") return [];
  const rows = await pagesOf<OrderNumbers>(
    client,
    { q: number, order: "display_id", fields: numberFields },
    numbersAsked,
    (last) => (last?.display_id ?? 0) > Number(number),
  );
  return rows.filter((one) => sameNumber(numberOf(one), number));
}

/** Returns complete orders, in the order of `rows`. */
async function wholeOf(
  client: MedusaClient,
  rows: readonly { id: string }[],
): Promise<MedusaOrder[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const limit = String(ids.length);
  const orders = await client.list<MedusaOrder>("orders", {
    ...{ "id[]": ids, fields: wholeFields, limit },
  });
  return ids.flatMap((id) => orders.find((order) => order.id === id) ?? []);
}

type Newest = OrderNumbers & Pick<OrderOutline, "email">;

/** A secret key may do all that its owner may: Medusa has none that only reads. */
async function check(client: MedusaClient, { site }: MedusaConfig): Promise<ShopCheck> {
  const [order] = await client.list<Newest>("orders", {
    order: "-created_at",
    fields: `${numberFields},email`,
    limit: "1",
  });
  const [store] = await client.list<{ name?: string | null }>("stores", {
    fields: "id,name",
    limit: "1",
  });
  return describeCheck(
    store?.name?.trim() || new URL(site).host,
    order ? { orderNumber: numberOf(order), account: order.email } : null,
    ["no_read_only_key"],
  );
}
