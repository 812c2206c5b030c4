import { type Body, type Caller, type Data, signUp, visit } from "./call-medusa.ts";
import { openStore, type Store } from "./open-store.ts";
import type { RunningMedusa } from "./run-medusa.ts";

/** What is in the shop, for those who ask it. */
export interface FilledShop {
  /** With an account, and orders in every list: three open, three past, one unpaid. */
  account: string;
  /** A guest, whose email was typed in capitals. */
  guest: string;
  /** Shipped in part: two packages of UPS in one fulfillment, and one that is not sent yet. */
  partlyShipped: string;
  /** Two shirts, of which one came back. */
  delivered: string;
  canceled: string;
  refunded: string;
  /** With a code, its prices without tax. */
  discounted: string;
  /** The same, its prices with their tax. */
  gross: string;
  unpaid: string;
  secretKey: string;
}

const account = "otto@shop.example";
const guest = "erna@guest.example";

/** Makes the orders of a small shop as its customers and its owner would. */
export async function fillMedusa({ owner, url }: RunningMedusa): Promise<FilledShop> {
  const store = await openStore(owner);
  const otto = await signUp(url, store.publishableKey, account);
  const stranger = visit(url, store.publishableKey);
  const buy = (wish: Wish) => order(wish.by ?? otto, store, wish);

  const delivered = await buy({});
  await capture(owner, delivered);
  await deliver(owner, await fulfill(owner, store, delivered, "1Z999AA10123456784"));
  await takeBack(owner, store, delivered);
  const canceled = await buy({});
  await owner.post(`/admin/orders/${canceled.id}/cancel`);
  const refunded = await buy({});
  await capture(owner, refunded);
  const [payment] = paymentsOf(refunded);
  await owner.post(`/admin/payments/${payment.id}/refund`, { amount: payment.amount });
  const discounted = await buy({ code: "SPRING" });
  const gross = await buy({ code: "SPRING", region: store.gross });
  const partlyShipped = await buy({ mugs: 1 });
  await capture(owner, partlyShipped);
  // In no order: they were written in the same moment.
  const lineOf = (title: string) => partlyShipped.items.find((one: Data) => one.title === title);
  const labels = ["1Z999AA10987654321", "1Z999AA10987654322"];
  await fulfill(owner, store, partlyShipped, labels, [
    { id: lineOf("Classic White T-Shirt").id, quantity: 1 },
  ]);
  await fulfill(owner, store, partlyShipped, null, [{ id: lineOf("Enamel Mug").id, quantity: 1 }]);
  const unpaid = await draft(owner, store, account);
  await buy({ by: stranger, email: guest.toUpperCase() });
  await buy({ by: stranger, email: `l${account}` });
  const number = ({ display_id }: Data) => String(display_id);
  return {
    account,
    guest,
    partlyShipped: number(partlyShipped),
    delivered: number(delivered),
    canceled: number(canceled),
    refunded: number(refunded),
    discounted: number(discounted),
    gross: number(gross),
    unpaid: number(unpaid),
    secretKey: store.secretKey,
  };
}

interface Wish {
  by?: Caller;
  /** Of a guest. */
  email?: string;
  region?: Data;
  code?: string;
  mugs?: number;
}

const address = (country: string) => ({
  ...{ first_name: "Otto", last_name: "Normal", address_1: "Hauptstr. 1", city: "Berlin" },
  ...{ postal_code: "10115", country_code: country },
});

const isGross = (store: Store, region: Data) => region.id === store.gross.id;

/** An order as a customer makes it: a cart, an address, a way to ship, a payment. */
async function order(customer: Caller, store: Store, wish: Wish): Promise<Data> {
  const { region = store.net, email, code, mugs = 0 } = wish;
  const { cart } = await customer.post("/store/carts", {
    ...{ region_id: region.id, ...(email && { email }) },
    shipping_address: address(isGross(store, region) ? "at" : "de"),
  });
  const at = `/store/carts/${cart.id}`;
  await customer.post(`${at}/line-items`, { variant_id: store.shirt, quantity: 2 });
  if (mugs) await customer.post(`${at}/line-items`, { variant_id: store.mug, quantity: mugs });
  await customer.post(`${at}/shipping-methods`, { option_id: store.shipping.id });
  // Codes stick to a cart that has something in it.
  if (code) await customer.post(`${at}/promotions`, { promo_codes: [code] });
  const { payment_collection: payment } = await customer.post("/store/payment-collections", {
    cart_id: cart.id,
  });
  await customer.post(`/store/payment-collections/${payment.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  });
  const done = await customer.post(`${at}/complete`);
  if (done.type !== "order") throw new Error(JSON.stringify(done.error));
  return done.order;
}

/** An order that the owner writes down, before anybody has paid. */
async function draft(owner: Caller, store: Store, email: string): Promise<Data> {
  const { draft_order: made } = await owner.post("/admin/draft-orders", {
    ...{ email, region_id: store.net.id, sales_channel_id: store.channel.id },
    shipping_address: address("de"),
    items: [{ variant_id: store.shirt, quantity: 1 }],
    shipping_methods: [{ name: "Standard", shipping_option_id: store.shipping.id, amount: 4.95 }],
  });
  return (await owner.post(`/admin/draft-orders/${made.id}/convert-to-order`)).order;
}

const paymentsOf = ({ payment_collections: collections }: Data): Data[] =>
  collections.flatMap(({ payments }: Data) => payments);

async function capture(owner: Caller, order: Data): Promise<void> {
  const { order: whole } = await owner.get(
    `/admin/orders/${order.id}?fields=*payment_collections.payments`,
  );
  order.payment_collections = whole.payment_collections;
  for (const { id } of paymentsOf(order)) await owner.post(`/admin/payments/${id}/capture`);
}

/** A parcel with these numbers on it; null: it has not left. */
async function fulfill(
  owner: Caller,
  { location }: Store,
  order: Data,
  numbers: string | readonly string[] | null,
  items: Body[] = order.items.map(({ id, quantity }: Data) => ({ id, quantity })),
): Promise<Data> {
  const at = `/admin/orders/${order.id}/fulfillments`;
  const { order: fulfilled } = await owner.post(`${at}?fields=*fulfillments`, {
    ...{ items, location_id: location.id },
  });
  const made = fulfilled.fulfillments.toSorted((one: Data, other: Data) =>
    one.created_at.localeCompare(other.created_at),
  );
  const fulfillment = made.at(-1);
  if (numbers !== null) {
    const labels = [numbers].flat().map((number) => ({
      // Medusa takes what is no address, and demands something.
      ...{ tracking_number: number, tracking_url: "#", label_url: "#" },
    }));
    await owner.post(`${at}/${fulfillment.id}/shipments`, { items, labels });
  }
  return { at, id: fulfillment.id };
}

async function deliver(owner: Caller, { at, id }: Data): Promise<void> {
  await owner.post(`${at}/${id}/mark-as-delivered`);
}

/** One of each that came. */
async function takeBack(owner: Caller, { location }: Store, order: Data): Promise<void> {
  const { return: made } = await owner.post("/admin/returns", {
    ...{ order_id: order.id, location_id: location.id },
  });
  const items = order.items.map(({ id }: Data) => ({ id, quantity: 1 }));
  for (const [step, body] of [
    ["request-items", { items }],
    ["request", {}],
    ["receive", {}],
    ["receive-items", { items }],
    ["receive/confirm", {}],
  ] as const) {
    await owner.post(`/admin/returns/${made.id}/${step}`, body);
  }
}
