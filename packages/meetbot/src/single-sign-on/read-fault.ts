import { errors } from "jose";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import type { ProviderFault } from "./provider-error.ts";

/** Answers that are none of OpenID Connect's: a proxy's page, or a server that fails. */
const noAnswers = new Set([
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
]);

/** Tells apart a provider that is away, one that says no, and one that is not to be believed. */
export function readFault(error: unknown): ProviderFault {
  if (error instanceof AuthorizationResponseError) return "denied";
  if (error instanceof ResponseBodyError) return "refused";
  if (error instanceof errors.JWKSTimeout) return "provider_away";
  if (error instanceof errors.JOSEError) return "refused";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("OAUTH_") && !noAnswers.has(code) ? "refused" : "provider_away";
}
