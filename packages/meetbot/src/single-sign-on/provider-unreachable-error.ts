/** The provider gave no answer. */
export class ProviderUnreachableError extends Error {
  override name = "ProviderUnreachableError";
  readonly code = "provider_unreachable";

  constructor(cause: unknown) {
    super("The company's identity provider gave no answer. See that this server can reach it.", {
      cause,
    });
  }
}
