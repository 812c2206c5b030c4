import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** More would tell nothing new. */
const maxNumbers = 50;

const numberInAnswer = /"order_number"\s*:\s*"?([^",}\s]{1,64})/g;

/**
 * The different order numbers in a shop's latest answers. A kept body may be cut at its end, so that it
 * is no JSON: the numbers are read where they stand.
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
