import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** More numbers would add no information. */
const maxNumbers = 50;

const numberInAnswer = /"order_number"\s*:\s*"?([^",}\s]{1,64})/g;

/**
 * Returns the distinct order numbers in a shop's latest answers. A stored body may be truncated and thus not be valid
 * JSON, so a pattern finds the numbers.
 */
export function numbersInAnswers(
  deliveries: readonly Pick<Delivery, "method" | "outcome" | "exchanges">[],
): string[] {
  const bodies = deliveries
    .filter(({ method, outcome }) => method === "orders" && outcome === "answered")
    .map(({ exchanges }) => exchanges.at(-1)?.responseBody ?? "");
  const numbers = bodies.flatMap((body) =>
    [...body.matchAll(numberInAnswer)].map(([, number = ""]) => number),
  );
  return [...new Set(numbers)].slice(0, maxNumbers);
}
