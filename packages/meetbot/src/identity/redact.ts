import type { Order, Package } from "@meetbot/protocol";
import type { MerchantAnswer } from "../model/ask.ts";
import type { Level, Shown } from "../model/proof.ts";
import type { ShownAnswer } from "../model/shown-answer.ts";
import { type Evidence, type Judgement, orderLevel, packageLevel } from "./levels.ts";
import { maskNumber } from "./order-number.ts";

type Fields<Item> = readonly (keyof Item)[];

const statusAndDate: Fields<Order> = ["status", "timestamp"];
const orderWithoutPerson: Fields<Order> = [
  ...statusAndDate,
  "order_number",
  "currency",
  "summary",
  "adjustments",
  "elements",
];
const wholeOrder: Fields<Order> = [
  ...orderWithoutPerson,
  "recipient_name",
  "payment_method",
  "order_url",
  "address",
];

/** What may be seen of an order at each level, by name. What is not named is not shown. */
const orderFields: Record<Level, Fields<Order>> = {
  0: statusAndDate,
  package: statusAndDate,
  1: orderWithoutPerson,
  2: wholeOrder,
};

const carrierFacts: Fields<Package> = [
  "package_number",
  "carrier",
  "package_status",
  "exp_delivery",
  "tracking_url",
];
const wholePackage: Fields<Package> = [
  ...carrierFacts,
  "order_number",
  "product_name",
  "tracking_number",
  "image_url",
];

/** What may be seen of a package at each level, by name. */
const packageFields: Record<Level, Fields<Package>> = {
  0: ["package_status", "exp_delivery"],
  package: carrierFacts,
  1: wholePackage,
  2: wholePackage,
};

/**
 * Cuts a merchant's answer down to what this customer may see: the one door between the shop's
 * data and everything a customer can read, in every channel and language.
 */
export function redact(answer: MerchantAnswer, evidence: Evidence): ShownAnswer {
  switch (answer.kind) {
    case "orders": {
      const orders = answer.orders.map((order) => showOrder(order, orderLevel(order, evidence)));
      return {
        kind: "orders",
        orders: orders.filter(isFor(evidence)),
        hasNextPage: answer.hasNextPage,
      };
    }
    case "packages": {
      const packages = answer.packages.map((pkg) => showPackage(pkg, packageLevel(pkg, evidence)));
      return {
        kind: "packages",
        packages: packages.filter(isFor(evidence)),
        hasNextPage: answer.hasNextPage,
      };
    }
    case "refusal":
      return answer.reason === "other"
        ? { kind: "unavailable", reason: "refused_otherwise" }
        : { kind: "refusal", reason: answer.reason };
    case "test":
      return { kind: "unavailable", reason: "invalid_answer" };
    case "unavailable":
      return answer;
  }
}

/** Under the policy `code` nothing at all is shown of what is not proved, not even that it is there. */
const isFor =
  ({ policy }: Evidence) =>
  ({ level }: Shown<unknown>) =>
    policy !== "code" || level === 2;

export function showOrder(order: Partial<Order>, judgement: Judgement): Shown<Order> {
  return show(order, orderFields, judgement);
}

export function showPackage(pkg: Partial<Package>, judgement: Judgement): Shown<Package> {
  return show(pkg, packageFields, judgement);
}

function show<Item extends { order_number: string }>(
  whole: Partial<Item>,
  fields: Record<Level, Fields<Item>>,
  { level, expires }: Judgement,
): Shown<Item> {
  const item: Partial<Item> = {};
  for (const field of fields[level]) {
    if (whole[field] !== undefined) item[field] = whole[field];
  }
  if (item.order_number === undefined) item.order_number = maskNumber(whole.order_number ?? "");
  return { level, expires, item };
}
