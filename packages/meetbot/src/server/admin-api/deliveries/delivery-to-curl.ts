import { toCurl } from "@meetbot/conformance/inspection/to-curl.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** Returns a script for `sh` that sends the same query to the same endpoint, with a new signature. */
export function deliveryToCurl({ id, endpoint, requestBody }: Delivery): string {
  const recipe = { id, body: requestBody };
  return toCurl([{ recipe, url: endpoint, isRepeated: false }]);
}
