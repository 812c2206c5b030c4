import type { IdentityPolicy, NumberAlone } from "@meetbot/model/bot/bot.ts";
import type { Order, Package } from "@meetbot/protocol";
import type { Random } from "../fixtures/random.ts";
import {
  createInventor,
  type Inventor,
  type Needs,
  type SensitiveValues,
  wordOf,
} from "./sensitive-value.ts";

/** A shop with everything in it made up, and every value of it known. */
export interface InventedShop {
  botId: string;
  policy: IdentityPolicy;
  numberAlone: NumberAlone;
  customers: InventedCustomer[];
  /** Answers with more than it was asked for, where the question is a number. */
  isSloppy: boolean;
}

/** Somebody who has bought something. */
export interface InventedCustomer {
  email: string;
  orders: InventedOrder[];
}

/** An order, and what it comes in. */
export interface InventedOrder {
  owner: string;
  order: Order;
  packages: Package[];
}

const currencies = ["USD", "EUR", "CNY", "GBP"];
const nouns = ["Lamp", "Shirt", "Kettle", "Backpack", "Mug"];
const statuses = ["shipped", "processing", "unpaid", "delivered", "partially shipped", "refunded"];
const packageStatuses = ["In transit", "Delivered", "Out for delivery", "Shipped"];

interface Making {
  random: Random;
  invent: Inventor;
  values: SensitiveValues;
  botId: string;
  owner: string;
}

/** Makes one up: one to nine orders, of one to four customers who have bought the same goods. */
export function inventShop(random: Random, values: SensitiveValues, botId: string): InventedShop {
  const invent = createInventor(random, values);
  const count = 1 + random.below(9);
  const years = new Set<number>();
  const customers = Array.from({ length: Math.min(count, 1 + random.below(4)) }, () => {
    const local = invent.word().toLowerCase();
    const email = `${local}@shopper.example`;
    know({ random, invent, values, botId, owner: email }, "email", local, 2, null);
    return { email, orders: [] as InventedOrder[] };
  });
  for (let nth = 0; nth < count; nth += 1) {
    // The first of them has most: more than a list shows at once.
    const customer = customers[nth < customers.length ? nth : random.below(2) % customers.length]!;
    const making = { random, invent, values, botId, owner: customer.email };
    customer.orders.push(inventOrder(making, years));
  }
  const draw = random.below(10);
  return {
    botId,
    policy: draw < 7 ? "ladder" : draw < 9 ? "code" : "off",
    numberAlone: random.percent(70) ? "auto" : random.percent(50) ? "always" : "never",
    customers,
    isSloppy: random.percent(25),
  };
}

function know(
  { values, botId, owner }: Making,
  what: string,
  text: string | number,
  needs: Needs,
  of: { orderNumber: string; packageNumber?: string } | null,
  isPersonal = true,
): void {
  const word = wordOf(String(text));
  const orderNumber = of?.orderNumber ?? null;
  const packageNumber = of?.packageNumber ?? null;
  values.set(word, { word, what, needs, orderNumber, packageNumber, owner, isPersonal, botId });
}

const daySeconds = 86_400;

/** Makes up words of an order or a parcel that are known from then on. */
function wordsFor(making: Making, of: { orderNumber: string; packageNumber?: string }) {
  const known =
    (make: () => string) =>
    (what: string, needs: Needs, isPersonal = true): string => {
      const made = make();
      know(making, what, made, needs, of, isPersonal);
      return made;
    };
  return { word: known(making.invent.word), path: known(making.invent.path) };
}

/** Years are few: each is one parcel's in its shop, and not beyond. */
export const yearOf = (botId: string, year: string) => `${botId} ${year}`;

function inventOrder(making: Making, years: Set<number>): InventedOrder {
  const { random, invent, owner } = making;
  const isLong = random.percent(60);
  const orderNumber = isLong ? invent.drawnNumber() : invent.counter();
  const of = { orderNumber };
  const { word, path } = wordsFor(making, of);
  const amount = (what: string) => {
    const made = invent.amount();
    know(making, what, made, 1, of, false);
    return made;
  };
  const today = Math.floor(Date.now() / 1_000 / daySeconds) * daySeconds;
  const timestamp = String(notFirst(today - (1 + random.below(500)) * daySeconds, random));
  know(making, "order number", orderNumber, 1, of);
  know(making, "moment", timestamp, 1, of, false);
  const isOwnStatus = random.percent(15);
  const elements = Array.from({ length: 1 + random.below(3) }, () => ({
    title: `${nouns[random.below(nouns.length)]} ${word("title", 1, false)}`,
    quantity: 1 + random.below(3),
    price: amount("price"),
    ...(random.percent(30) && { subtitle: `Color ${word("subtitle", 1, false)}` }),
  }));
  const order: Order = {
    order_number: orderNumber,
    recipient_name: `Ann ${word("recipient", 2)}`,
    currency: currencies[random.below(currencies.length)]!,
    payment_method: `Card ${word("payment", 2)}`,
    order_url: `https://shop.example/o/${path("order_url", 2)}`,
    timestamp,
    status: isOwnStatus
      ? `Being ${word("own status", 1, false)}`
      : statuses[random.below(statuses.length)]!,
    address: {
      street_1: `${word("street", 2)} Lane 7`,
      city: word("city", 2),
      postal_code: word("postal code", 2),
      country: "IE",
    },
    summary: {
      subtotal: amount("subtotal"),
      shipping_cost: amount("shipping"),
      total_tax: amount("tax"),
      total_cost: amount("total"),
    },
    elements,
    ...(random.percent(40) && {
      adjustments: [{ name: `Voucher ${word("voucher", 1, false)}`, amount: amount("discount") }],
    }),
    ...(random.percent(40) && {
      fees: [{ name: `Fee ${word("fee", 1, false)}`, amount: amount("fee amount") }],
    }),
    ...(random.percent(30) && { refunds: [{ amount: amount("refund") }] }),
  };
  const parcels = random.below(4);
  const packages = Array.from({ length: parcels }, () => inventPackage(making, order, years));
  return { owner, order, packages };
}

/** No order is of the first of a month: “since October” is said back with that day. */
function notFirst(day: number, random: Random): number {
  const isFirst = new Date(day * 1_000).getUTCDate() === 1;
  return (isFirst ? day - 2 * daySeconds : day) + random.below(daySeconds);
}

function inventPackage(making: Making, order: Order, years: Set<number>): Package {
  const { random, invent } = making;
  const { order_number, elements } = order;
  const packageNumber = `PK${invent.drawnNumber(10)}`;
  const of = { orderNumber: order_number, packageNumber };
  const { word, path } = wordsFor(making, of);
  const tracking = `TR${invent.drawnNumber(14)}`;
  know(making, "package number", packageNumber, "package", of);
  know(making, "tracking number", tracking, 1, of);
  const year = invent.year(years);
  making.values.set(yearOf(making.botId, String(year)), {
    ...{ word: String(year), what: "expected date", needs: "package", owner: making.owner },
    ...{ orderNumber: order_number, packageNumber, isPersonal: false, botId: making.botId },
  });
  const hasCarrier = random.percent(80);
  return {
    order_number,
    package_number: packageNumber,
    product_name: `${elements[0]?.title.split(" ")[0]} ${word("product name", 1, false)}`,
    ...(hasCarrier && { carrier: `${word("carrier", "package", false)} Express` }),
    tracking_number: tracking,
    tracking_url: `https://carrier.example/t/${path("tracking_url", "package")}`,
    package_status: packageStatuses[random.below(packageStatuses.length)]!,
    exp_delivery: `${year}-05-1${random.below(10)}`,
    image_url: `https://shop.example/i/${path("image", 1)}.png`,
    elements: [{ title: elements[0]!.title, quantity: 1 }],
    events: [
      {
        // On no day on which an order is placed.
        at: "1700000000",
        text: `Left with ${word("event text", 2)}`,
        place: word("place", 1, false),
        code: "in_transit",
      },
    ],
    ...(random.percent(30) && {
      pickup: {
        name: `Kiosk ${word("kiosk", 1, false)}`,
        address: `${word("kiosk street", 2)} Road 3`,
      },
    }),
  };
}
