import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { sameNumber } from "@meetbot/protocol";

/** What a query by order needs. */
interface TrackingDeps {
  /** Returns the order that the shop gave earlier for a carrier's number; absent if Meetbot stores none. */
  trackedOrder?(trackingNumber: string): Promise<string | null>;
  askMerchant(question: Question): Promise<{ answer: MerchantAnswer; delivery: Delivery | null }>;
}

type ParcelQuestion = Extract<Question, { packageNumber: string }>;

/** Carriers' and shops' numbers are shorter; longer ones are not stored. */
const maxNumberLength = 64;

/** Returns which order each parcel of an answer belongs to, as far as the question asked for it. */
export function parcelsIn(question: Question, answer: MerchantAnswer): TrackedParcel[] {
  if (answer.kind !== "packages" || question.method !== "packages") return [];
  return answer.packages.flatMap((pkg) => {
    const { tracking_number: trackingNumber = "", order_number: orderNumber } = pkg;
    const isAsked =
      "orderNumber" in question
        ? sameNumber(orderNumber, question.orderNumber)
        : sameNumber(pkg.package_number, question.packageNumber);
    // A shop that uses the carrier's number for the parcel can be queried by that number.
    const isItsName = sameNumber(trackingNumber, pkg.package_number);
    const isKept = isAsked && !isItsName && isWorth(trackingNumber) && isWorth(orderNumber);
    return isKept ? [{ trackingNumber, orderNumber }] : [];
  });
}

const isWorth = (number: string) => sameNumber(number, number) && number.length <= maxNumberLength;

/** Checks whether the shop has no parcel with this number; it may still have the parcel's order. */
export function isUnknownParcel(
  question: Question,
  answer: MerchantAnswer,
): question is ParcelQuestion {
  if (!("packageNumber" in question)) return false;
  return answer.kind === "refusal" || (answer.kind === "packages" && answer.packages.length === 0);
}

/**
 * Queries the order that was seen with a carrier's number. Returns only that one parcel, as if the shop had been
 * queried by its number, and nothing else of the order. `answer` is null if the shop does not confirm the parcel.
 */
export async function askByTracking(
  { packageNumber }: ParcelQuestion,
  { trackedOrder, askMerchant }: TrackingDeps,
): Promise<{ answer: MerchantAnswer | null; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  const orderNumber = (await trackedOrder?.(packageNumber)) ?? null;
  if (orderNumber === null) return { answer: null, deliveries };
  for (let page = 1; page <= turnLimits.trackedPages; page++) {
    const question = { method: "packages", orderNumber, page, isLong: true } as const;
    const { answer, delivery } = await askMerchant(question);
    if (delivery) deliveries.push(delivery);
    if (answer.kind === "unavailable") return { answer, deliveries };
    if (answer.kind !== "packages") break;
    const packages = answer.packages.filter(
      ({ tracking_number, order_number }) =>
        sameNumber(tracking_number, packageNumber) && sameNumber(order_number, orderNumber),
    );
    if (packages.length > 0) {
      return { answer: { kind: "packages", packages, hasNextPage: false }, deliveries };
    }
    if (!answer.hasNextPage) break;
  }
  return { answer: null, deliveries };
}
