import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { OrderFilter } from "@meetbot/protocol";
import type { TurnDeps } from "./turn-deps.ts";

/** The order lists to search, the most likely first. */
const lists: readonly OrderFilter[] = ["open", "past", "unpaid"];

/**
 * Asks the shop whether an account has any order: some shops refuse with an empty list. If the shop does not answer,
 * its customers are not kept out.
 */
export async function isKnownToShop(
  userAccount: string,
  askMerchant: (question: Question) => ReturnType<TurnDeps["askMerchant"]>,
): Promise<{ isKnown: boolean; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  for (const filter of lists) {
    const question = { method: "orders", userAccount, filter, page: 1 } as const;
    const { answer, delivery } = await askMerchant(question);
    if (delivery) deliveries.push(delivery);
    if (answer.kind === "unavailable") return { isKnown: true, deliveries };
    if (answer.kind !== "orders") return { isKnown: false, deliveries };
    if (answer.orders.length > 0) return { isKnown: true, deliveries };
  }
  return { isKnown: false, deliveries };
}
