import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { sameNumber } from "@meetbot/protocol";
import { recognize } from "../../recognition/recognize.ts";
import { numbersInAnswers } from "./numbers-in-answers.ts";

/**
 * Whether the bot finds the shop's own order numbers in sentences that do not call them so: `found`, `not_found` (not
 * all of them, and no format is set), `told_otherwise` (the set format differs from the numbers), `none_seen` (the shop
 * has not shown any yet).
 */
export type OrderNumbersSeen = "found" | "not_found" | "told_otherwise" | "none_seen";

/** Customer sentences that do not call the number an order number. */
const sentences: ((number: string) => string)[] = [
  (number) => `where is ${number}`,
  (number) => `${number}到哪了`,
];

/** Tries the order numbers of the shop's latest answers on the recognition. */
export function lookAtOrderNumbers(
  deliveries: readonly Pick<Delivery, "method" | "outcome" | "exchanges">[],
  orderNumberFormat: OrderNumberFormat | null,
): OrderNumbersSeen {
  const numbers = numbersInAnswers(deliveries);
  if (numbers.length === 0) return "none_seen";
  const isFound = (number: string) =>
    sentences.every((sentence) => {
      const { entities } = recognize(sentence(number), { orderNumberFormat });
      return entities.orderNumbers.some(({ value }) => sameNumber(value, number));
    });
  if (numbers.every(isFound)) return "found";
  return orderNumberFormat ? "told_otherwise" : "not_found";
}
