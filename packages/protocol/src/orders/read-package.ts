import { optional, readFields, required } from "../fields/read-fields.ts";
import { readId, readText } from "../fields/read-text.ts";
import { readDate } from "../fields/read-time.ts";
import { readUrl } from "../fields/read-url.ts";
import type { Package } from "./package.ts";
import { packageExtension } from "./read-extension.ts";

/**
 * Reads one package of an answer. Throws a `ProtocolError` that names the field that is missing or
 * of another kind.
 */
export function readPackage(value: unknown, pointer: string): Package {
  const parcel = readFields(value, pointer);
  return {
    order_number: required(parcel, "order_number", readId),
    package_number: required(parcel, "package_number", readId),
    package_status: required(parcel, "package_status", readText),
    ...optional(parcel, {
      product_name: readText,
      carrier: readText,
      tracking_number: readId,
      tracking_url: readUrl,
      exp_delivery: readDate,
      image_url: readUrl,
      ...packageExtension,
    }),
  };
}
