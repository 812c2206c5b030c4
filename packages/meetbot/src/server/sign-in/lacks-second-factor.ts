import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";

/**
 * Whether a session lacks the second factor that its operator needs. A passkey that required a PIN, a finger or a face
 * counts as one; a company's identity provider sets its own requirements.
 */
export function lacksSecondFactor(
  policy: SecondFactorPolicy,
  { administrator }: { administrator?: boolean | null | undefined },
  {
    issuer,
    secondFactor,
  }: { issuer?: string | null | undefined; secondFactor?: boolean | null | undefined },
): boolean {
  if (policy === "off" || (policy === "administrators" && !administrator)) return false;
  return !issuer && !secondFactor;
}
