import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import { ApiError } from "../../../server/admin-api/http/api-error.ts";
import { explainAddressFault } from "../kinds/explain-address-fault.ts";
import type { AddressFault } from "../kinds/read-address.ts";

/** Returns the error that explains why an address was rejected and what to do. */
export function whyNoAddress(kind: AlertKind, fault: AddressFault): ApiError {
  return new ApiError(422, fault.fault, explainAddressFault(kind, fault));
}
