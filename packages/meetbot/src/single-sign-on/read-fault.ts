import { errors } from "jose";
import { AuthorizationResponseError } from "openid-client";
import type { ProviderFault } from "./provider-error.ts";
import { ProviderUnreachableError } from "./provider-unreachable-error.ts";

/** Answers that are none of OpenID Connect's: a proxy's page, or a server that fails. */
const noAnswers = new Set([
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_TIMEOUT",
]);

/** Distinguishes a provider that is unavailable, one that denies the sign-in, and one that cannot be trusted. */
export function readFault(error: unknown): ProviderFault {
  if (error instanceof AuthorizationResponseError) return "denied";
  if (error instanceof errors.JWKSTimeout) return "provider_away";
  // Libraries wrap the original error in their own.
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof ProviderUnreachableError) return "provider_away";
    if ("code" in one && noAnswers.has(String(one.code))) return "provider_away";
  }
  return "refused";
}
