import type { Caller, Data, RunningVendure } from "./run-vendure.ts";

/** What is in the shop, for those who ask it. */
export interface FilledShop {
  /** With an account, and orders in every list: four open, two past, one unpaid. */
  account: string;
  /** A guest, with one order of the same email in capitals. */
  guest: string;
  /** Shipped in part: two packages, of UPS and of DHL. */
  partlyShipped: string;
  delivered: string;
  canceled: string;
  /** With a coupon and a fee. */
  discounted: string;
  apiKey: string;
}

const account = "otto@shop.example";
const guest = "erna@guest.example";

/** Makes the orders of a small shop as its customers and its owner would. */
export async function fillVendure(vendure: RunningVendure): Promise<FilledShop> {
  const { owner } = vendure;
  const apiKey = await createApiKey(owner, ["ReadOrder", "ReadCustomer"]);
  await owner.ask(
    `mutation { createPromotion(input: { enabled: true, couponCode: "SPRING",
      translations: [{ languageCode: en, name: "Spring", description: "" }], conditions: [],
      actions: [{ code: "order_fixed_discount", arguments: [{ name: "discount", value: "500" }] }] })
      { __typename ... on Promotion { id } } }`,
  );
  const otto = await signUp(vendure, account);

  const delivered = await order(otto, { pay: "card" });
  await fulfill(owner, delivered, {
    carrier: "UPS",
    tracking: "1Z999AA10123456784",
    as: "Delivered",
  });
  const canceled = await order(otto, { pay: "card" });
  await cancel(owner, canceled);
  await order(otto, { pay: "invoice" });
  const discounted = await order(otto, { pay: "card", coupon: "SPRING" });
  const partly = await order(otto, { pay: "card", quantity: 3, more: true });
  await fulfill(owner, partly, {
    carrier: "UPS",
    tracking: "1Z999AA10987654321",
    as: "Shipped",
    lines: 1,
    quantity: 1,
  });
  await fulfill(owner, partly, {
    carrier: "DHL",
    tracking: "00340434161094042557",
    lines: 1,
    quantity: 1,
  });
  await order(otto, { pay: "card" });
  await order(otto, { pay: null });
  await order(vendure.visit(), { pay: "card", guest: guest.toUpperCase() });
  return {
    account,
    guest,
    apiKey,
    partlyShipped: partly.code,
    delivered: delivered.code,
    canceled: canceled.code,
    discounted: discounted.code,
  };
}

/** A customer with an account, signed in. */
export async function signUp(vendure: RunningVendure, email: string): Promise<Caller> {
  const customer = vendure.visit();
  await customer.ask(
    `mutation { registerCustomerAccount(input: { emailAddress: "${email}", password: "a password",
      firstName: "Otto", lastName: "Normal" }) { __typename } }`,
  );
  await customer.ask(
    `mutation { login(username: "${email}", password: "a password") { __typename } }`,
  );
  return customer;
}

/** A key of a role with these permissions. */
export async function createApiKey(owner: Caller, permissions: string[]): Promise<string> {
  const { createRole } = await owner.ask(
    `mutation($permissions: [Permission!]!, $code: String!) {
      createRole(input: { code: $code, description: "", permissions: $permissions }) { id } }`,
    { permissions, code: permissions.join("-") || "nothing" },
  );
  const { createApiKey } = await owner.ask(
    `mutation($roleIds: [ID!]!) { createApiKey(input: { roleIds: $roleIds,
      translations: [{ languageCode: en, name: "Meetbot" }] }) { apiKey } }`,
    { roleIds: [createRole.id] },
  );
  return createApiKey.apiKey;
}

/** Calls an order off, as the shop's owner does. */
export async function cancel(owner: Caller, { id }: Data): Promise<void> {
  await owner.ask(
    `mutation($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename ... on ErrorResult { message } } }`,
    { id },
  );
}

interface Wish {
  /** By which method it is paid; null: not yet. */
  pay: "card" | "invoice" | null;
  /** Which of the shop's goods: shirts of size S where it is absent. */
  variant?: "mug";
  quantity?: number;
  more?: boolean;
  coupon?: string;
  guest?: string;
}

/** An order as a customer makes it: a cart, an address, a way to ship, a payment. */
export async function order(customer: Caller, wish: Wish): Promise<Data> {
  const { pay, quantity = 2, more = false, coupon, guest } = wish;
  const variant = wish.variant === "mug" ? "3" : "1";
  const failure = "__typename ... on ErrorResult { errorCode message }";
  const done = await customer.ask(
    `mutation {
      goods: addItemToOrder(productVariantId: "${variant}", quantity: ${quantity}) { ${failure} }
      ${more ? `mug: addItemToOrder(productVariantId: "3", quantity: 1) { ${failure} }` : ""}
      ${coupon ? `coupon: applyCouponCode(couponCode: "${coupon}") { ${failure} }` : ""}
      ${guest ? `guest: setCustomerForOrder(input: { emailAddress: "${guest}", firstName: "Erna", lastName: "Gast" }) { ${failure} }` : ""}
      address: setOrderShippingAddress(input: { fullName: "Otto Normal", streetLine1: "Hauptstr. 1",
        city: "Berlin", postalCode: "10115", countryCode: "DE" }) { ${failure} }
      ship: setOrderShippingMethod(shippingMethodId: ["1"]) { ${failure} }
      arrange: transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { message transitionError } ... on Order { id code lines { id quantity } } }
      ${pay ? `paid: addPaymentToOrder(input: { method: "${pay}", metadata: {} }) { ${failure} }` : ""}
    }`,
  );
  for (const [step, result] of Object.entries<Data>(done)) {
    if (result.__typename !== "Order") throw new Error(`${step}: ${JSON.stringify(result)}`);
  }
  return done.arrange;
}

interface Parcel {
  carrier: string;
  tracking: string;
  as?: "Shipped" | "Delivered";
  /** How many of the order's lines are in it; all where absent. */
  lines?: number;
  quantity?: number;
}

/** Sends a parcel. */
export async function fulfill(owner: Caller, order: Data, parcel: Parcel): Promise<void> {
  const { carrier, tracking, as, lines = order.lines.length, quantity } = parcel;
  const contents = order.lines.slice(0, lines).map((line: Data) => ({
    orderLineId: line.id,
    quantity: quantity ?? line.quantity,
  }));
  const failure = "__typename ... on ErrorResult { errorCode message }";
  const { made } = await owner.ask(
    `mutation($lines: [OrderLineInput!]!) { made: addFulfillmentToOrder(input: { lines: $lines,
      handler: { code: "manual-fulfillment", arguments: [
        { name: "method", value: "${carrier}" }, { name: "trackingCode", value: "${tracking}" }] } })
      { ${failure} ... on Fulfillment { id } } }`,
    { lines: contents },
  );
  const states = as === "Delivered" ? ["Shipped", "Delivered"] : as ? [as] : [];
  for (const state of states) {
    const { moved } = await owner.ask(
      `mutation { moved: transitionFulfillmentToState(id: "${made.id}", state: "${state}") { __typename } }`,
    );
    if (moved.__typename !== "Fulfillment") throw new Error(JSON.stringify(moved));
  }
}
