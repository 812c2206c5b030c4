/**
 * Why a sign-in by the provider failed. `provider_away`: the provider does not answer, or answers incorrectly;
 * `denied`: the provider refuses; `refused`: the provider's answer cannot be trusted.
 */
export type ProviderFault = "provider_away" | "denied" | "refused";

/** The provider's sign-in failed. Log only the code of its cause, which may contain claims. */
export class ProviderError extends Error {
  override name = "ProviderError";
  readonly code: ProviderFault;

  constructor(code: ProviderFault, cause: unknown) {
    super(`Nobody was signed in by the company's identity provider (${code}).`, { cause });
    this.code = code;
  }
}

/** Returns what the log records about a fault: codes, and never the provider's own text. */
export function codesOf({ code, cause }: ProviderError): { fault: string; reason: string | null } {
  const said = cause instanceof Error && "code" in cause ? cause.code : null;
  const reason = typeof said === "string" && /^[\w-]{1,80}$/.test(said) ? said : null;
  return { fault: code, reason };
}
