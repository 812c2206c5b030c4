/**
 * Why nobody is signed in by the provider. `provider_away`: it does not answer, or not as it has to;
 * `denied`: it says no itself; `refused`: what it said is not to be trusted.
 */
export type ProviderFault = "provider_away" | "denied" | "refused";

/** The provider let nobody in. Its cause is for the log, by its code alone: it may hold claims. */
export class ProviderError extends Error {
  override name = "ProviderError";
  readonly code: ProviderFault;

  constructor(code: ProviderFault, cause: unknown) {
    super(`Nobody was signed in by the company's identity provider (${code}).`, { cause });
    this.code = code;
  }
}

/** What stands in the log about a fault: codes, and never what the provider wrote. */
export function codesOf({ code, cause }: ProviderError): { fault: string; reason: string | null } {
  const said = cause instanceof Error && "code" in cause ? cause.code : null;
  const reason = typeof said === "string" && /^[\w-]{1,80}$/.test(said) ? said : null;
  return { fault: code, reason };
}
