import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { Level, SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { withKnownCarrier } from "@meetbot/presentation";
import { type Order, type Package, type PackageEvent, sameNumber } from "@meetbot/protocol";
import { orderInOneLanguage, packageInOneLanguage } from "./in-one-language.ts";
import { knownOrderStatus, knownPackageStatus } from "./known-status.ts";
import { type Evidence, type Judgement, orderLevel, packageLevel } from "./levels.ts";
import { maskNumber, tellsNumber } from "./order-number.ts";
import { placedMonth } from "./placed-month.ts";
import { canListOwn } from "./proofs.ts";

type Fields<Item> = readonly (keyof Item)[];

const statusAndMonth: Fields<SeenOrder> = ["status", "placed_month"];
const orderWithoutPerson: Fields<SeenOrder> = [
  "status",
  "status_code",
  "timestamp",
  "order_number",
  "currency",
  "summary",
  "adjustments",
  "fees",
  "refunds",
  "elements",
  "parcel",
];
const wholeOrder: Fields<SeenOrder> = [
  ...orderWithoutPerson,
  "recipient_name",
  "payment_method",
  "order_url",
  "address",
];

/**
 * The fields of an order that each level shows, by name; all others stay hidden. Below level 1 no field reveals a
 * moment: where numbers count up, anyone who can date an order finds it by halving.
 */
const orderFields: Record<Level, Fields<SeenOrder>> = {
  0: statusAndMonth,
  package: statusAndMonth,
  1: orderWithoutPerson,
  2: wholeOrder,
};

const carrierFacts: Fields<Package> = [
  "package_number",
  "carrier",
  "package_status",
  "package_status_code",
  "exp_delivery",
  "exp_delivery_from",
  "exp_delivery_to",
  "events",
  "tracking_url",
];
const wholePackage: Fields<Package> = [
  ...carrierFacts,
  "order_number",
  "product_name",
  "tracking_number",
  "image_url",
  "elements",
  "pickup",
];

/** The fields of a package that each level may see, by name. */
const packageFields: Record<Level, Fields<Package>> = {
  0: ["package_status"],
  package: carrierFacts,
  1: wholePackage,
  2: wholePackage,
};

/**
 * Reduces a merchant's answer to what this customer may see: the only path from the shop's data to everything a
 * customer can read, in every channel and language.
 */
export function redact(answer: MerchantAnswer, evidence: Evidence): ShownAnswer {
  switch (answer.kind) {
    case "orders": {
      const orders = answer.orders.map((order) =>
        withoutEnd(
          showOrder(
            withMonth(orderInOneLanguage(order, answer.locale, evidence), evidence),
            orderLevel(order, evidence),
          ),
          order,
          evidence,
        ),
      );
      return {
        kind: "orders",
        orders: orders.filter(isFor(evidence)),
        hasNextPage: answer.hasNextPage,
      };
    }
    case "packages": {
      // A link to the carrier's page is shown only where the shop's own link would be.
      const packages = answer.packages.map((pkg) =>
        withoutEnd(
          showPackage(
            withKnownCarrier(packageInOneLanguage(pkg, answer.locale, evidence)),
            packageLevel(pkg, evidence),
          ),
          pkg,
          evidence,
        ),
      );
      return {
        kind: "packages",
        packages: packages.filter(isFor(evidence)),
        hasNextPage: answer.hasNextPage,
      };
    }
    case "refusal":
      return { kind: "refusal", reason: answer.reason };
    case "test":
      return { kind: "unavailable", reason: "invalid_answer" };
    case "unavailable":
      return answer;
  }
}

/** Under the policy `code`, an unproved item is not shown at all, not even that it exists. */
const isFor =
  ({ policy }: Evidence) =>
  ({ level }: Shown<unknown>) =>
    policy !== "code" || level === 2;

const isListed = ({ question }: Evidence) =>
  "userAccount" in question && canListOwn(question.userAccount);

/**
 * Hides the end of any order number but the requested one, except in an account's list, whatever a shop answers with.
 */
function withoutEnd<Item extends { order_number: string }>(
  shown: Shown<Item>,
  { order_number }: { order_number: string },
  evidence: Evidence,
): Shown<Item> {
  const { question } = evidence;
  const isAsked = "orderNumber" in question && sameNumber(order_number, question.orderNumber);
  if (shown.level !== 0 || isAsked || isListed(evidence)) return shown;
  return { ...shown, item: { ...shown.item, order_number: maskNumber("") } };
}

/** An account's list shows the month of its orders; a number alone reveals no date of its order. */
function withMonth(order: Order, evidence: Evidence): SeenOrder {
  const month = isListed(evidence) ? placedMonth(order.timestamp, evidence.timeZone) : null;
  return month === null ? order : { ...order, placed_month: month };
}

export function showOrder(order: Partial<SeenOrder>, judgement: Judgement): Shown<SeenOrder> {
  const shown = show(order, orderFields, judgement);
  if (judgement.level === 0 && order.status !== undefined) {
    shown.item.status = knownOrderStatus(order);
  }
  return shown;
}

export function showPackage(pkg: Partial<Package>, judgement: Judgement): Shown<Package> {
  const shown = show(pkg, packageFields, judgement);
  const { item } = shown;
  if (judgement.level === 0 && item.package_status !== undefined) {
    item.package_status = knownPackageStatus(pkg);
  }
  if (judgement.level !== 2 && item.pickup) {
    const { address: _, ...pickup } = item.pickup;
    // The pickup point's name may be shown, but not its address: that is near the customer's home.
    if (pickup.name === undefined) delete item.pickup;
    else item.pickup = pickup;
  }
  if (judgement.level !== 2 && item.events) {
    item.events = withoutTexts(item.events, judgement.level === 1);
  }
  if (item.events?.length === 0) delete item.events;
  return judgement.level === "package" ? { ...shown, item: withoutOrder(item, pkg) } : shown;
}

/**
 * Removes the texts of package events: carriers write names and phone numbers into them, so they need level 2. The
 * order's own number is enough to see a place, if the field holds only that: no street with a number, and no sentence.
 */
function withoutTexts(events: readonly PackageEvent[], hasPlaces: boolean): PackageEvent[] {
  return events.flatMap(({ at, code, place }) => {
    const isTold = hasPlaces && place !== undefined && /^[^\p{Nd}]{1,40}$/u.test(place);
    if (code === undefined && !isTold) return [];
    return [{ at, ...(code && { code }), ...(isTold && { place }) }];
  });
}

/** Removes the package's fields that contain its order's number. */
function withoutOrder(item: Partial<Package>, { order_number = "" }: Partial<Package>) {
  const { package_number, tracking_url, ...rest } = item;
  const tells = (text: string | undefined) => text === undefined || tellsNumber(text, order_number);
  return {
    ...(!tells(package_number) && { package_number }),
    ...rest,
    ...(!tells(tracking_url) && { tracking_url }),
  };
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
