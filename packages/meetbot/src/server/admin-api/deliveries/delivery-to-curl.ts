import { toCurl } from "@meetbot/conformance/inspection/to-curl.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** A script for `sh` that asks the same of the same endpoint, signed anew. */
export function deliveryToCurl({ id, endpoint, requestBody }: Delivery): string {
  const recipe = { id, body: requestBody };
  return toCurl([{ recipe, url: endpoint, isRepeated: false }]);
}
