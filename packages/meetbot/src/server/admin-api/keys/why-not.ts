import type { Rotation } from "@meetbot/model/bot/bot-secret.ts";
import { whyNotEchoed } from "../../../merchant/explain-test.ts";
import type { NextPromotion } from "../../../operations/secrets/promote-next.ts";
import { ApiError, notFound } from "../http/api-error.ts";

/** Returns the error for a refused rotation: the reason and the ways to resolve it. */
export function whyNotRotated(refused: Exclude<Rotation, { outcome: "rotated" }>): ApiError {
  if (refused.outcome === "next_waits") {
    return new ApiError(
      409,
      "next_secret_waits",
      `Nothing is rotated: since ${refused.since.toISOString()} a next secret waits, which the merchant may be putting in place. Promote it, revoke it, or replace it with force.`,
    );
  }
  return new ApiError(
    409,
    "previous_secret_valid",
    `Nothing is rotated: the previous secret is valid until ${refused.until.toISOString()}, and servers may still use it. Wait until then, or end it at once with force.`,
  );
}

/** Returns the error for a refused promotion: the reason and the ways to resolve it. */
export function whyNotPromoted(refused: Exclude<NextPromotion, { outcome: "promoted" }>): ApiError {
  switch (refused.outcome) {
    case "no_bot":
      return notFound("bot");
    case "no_next":
      return new ApiError(
        409,
        "no_next_secret",
        "Nothing is promoted: no next secret waits. Rotate the signing secret first.",
      );
    case "refused": {
      const { secretFingerprint, test } = refused.noted;
      return new ApiError(
        409,
        "next_secret_refused",
        `Nothing is promoted: the endpoint did not answer a test signed with the next secret ${secretFingerprint} alone (${whyNotEchoed(test)}). The merchant may not have put that secret in place yet: both secrets sign until it is promoted, so there is no hurry. Then try again; untested promotes without asking.`,
      );
    }
    case "changed":
      return new ApiError(
        409,
        "changed_meanwhile",
        "Nothing is promoted: the next secret or the endpoint was changed during the test. Try again.",
      );
  }
}

export const nothingToRevoke = new ApiError(
  409,
  "no_such_secret",
  "Nothing is revoked: there is no such secret at this stage any more. Look at the list again.",
);
