/** A key of fewer bytes can be guessed; 24 is the least Standard Webhooks allows. */
const minSecretBytes = 24;

/** The signing secret given to `createWebhook` is invalid: fix the configuration. */
export class SigningSecretError extends Error {
  override readonly name = "SigningSecretError";
  readonly code = "invalid_signing_secret";
}

/**
 * Refuses, at start, secrets that would make the webhook reject every query or accept anybody's. Throws a {@link
 * SigningSecretError} that never contains the secret; returns the secrets if none is refused.
 */
export function checkSigningSecrets(secrets: readonly (string | undefined)[]): readonly string[] {
  for (const secret of secrets.length === 0 ? [""] : secrets) {
    const fault = faultOf(secret);
    if (fault === null) continue;
    throw new SigningSecretError(
      `The signing secret ${fault}. Copy it as Meetbot showed it when the bot was created: whsec_ and what follows.`,
    );
  }
  return secrets as readonly string[];
}

function faultOf(secret: unknown): string | null {
  if (typeof secret !== "string" || secret === "")
    return "is missing or empty: perhaps the variable is not set";
  if (/\s/.test(secret)) return "holds white space, perhaps a line break copied with it";
  if (secret.startsWith("v1,")) return 'begins with "v1,", which belongs to signatures';
  const key = secret.startsWith("whsec_") ? secret.slice("whsec_".length) : null;
  if (key !== null && !/^[A-Za-z0-9+/]+={0,2}$/.test(key)) return "is not base64 after whsec_";
  const bytes = key === null ? Buffer.from(secret) : Buffer.from(key, "base64");
  return bytes.length < minSecretBytes ? `has fewer than ${minSecretBytes} bytes` : null;
}
