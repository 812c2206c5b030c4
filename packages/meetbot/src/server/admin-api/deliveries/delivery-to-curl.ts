import type { Sent } from "../../../merchant/conformance/inspection.ts";
import { toCurl } from "../../../merchant/conformance/to-curl.ts";
import type { Delivery } from "../../../model/delivery.ts";

/** A script for `sh` that asks the same of the same endpoint, signed anew. */
export function deliveryToCurl({ id, endpoint, requestBody }: Delivery): string {
  const recipe = { id, body: requestBody };
  const post = { url: endpoint, headers: {}, body: Buffer.from(requestBody) };
  return toCurl([{ recipe, post } as Sent]);
}
