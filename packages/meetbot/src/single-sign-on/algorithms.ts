/**
 * Signature algorithms with a key that only the provider has. `none` and signatures with the client secret are never
 * accepted.
 */
const taken = new Set([
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
]);

/** Returns the provider's declared signing algorithms for ID tokens that we accept; RS256 if it declares none. */
export function algorithmsOf(said: readonly string[] | undefined): string[] {
  return (said ?? ["RS256"]).filter((algorithm) => taken.has(algorithm));
}
