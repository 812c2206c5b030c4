import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { SubscriptionFault } from "../../../platform/web-push/read-subscription.ts";
import { ApiError } from "../../../server/admin-api/http/api-error.ts";

/** Returns the error that explains why a browser's subscription was rejected and what to do. */
export function whyNoSubscription(fault: SubscriptionFault): ApiError {
  switch (fault.fault) {
    case "address_refused":
      return new ApiError(422, fault.fault, `Not saved: ${explainVerdict(fault.reason)}.`);
    case "other_host":
      return new ApiError(
        422,
        fault.fault,
        "This is none of the push services of Chrome, Firefox, Safari and Edge. If the browser has another one that you trust, list its host in MEETBOT_PUSH_SERVICES.",
      );
    case "invalid_url":
      return new ApiError(422, fault.fault, "The endpoint is no URL of a push service.");
    default:
      return new ApiError(
        422,
        "invalid_keys",
        "The keys are not those of a browser: p256dh is a point of P-256 with 65 bytes, auth has 16.",
      );
  }
}
