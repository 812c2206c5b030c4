import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";

/**
 * Whether a session does not prove as much as is asked of its operator. A passkey that asked for a PIN, a finger or a
 * face does; a company's identity provider asks for what it likes.
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
