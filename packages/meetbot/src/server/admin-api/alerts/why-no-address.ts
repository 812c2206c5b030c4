import { explainAddressFault } from "../../../alerts/explain-address-fault.ts";
import type { AddressFault } from "../../../alerts/read-address.ts";
import type { AlertKind } from "../../../model/alert/alert-kind.ts";
import { ApiError } from "../http/api-error.ts";

/** Why an address is not taken, and what to do. */
export function whyNoAddress(kind: AlertKind, fault: AddressFault): ApiError {
  return new ApiError(422, fault.fault, explainAddressFault(kind, fault));
}
