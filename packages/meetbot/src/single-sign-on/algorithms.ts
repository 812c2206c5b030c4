/** Signatures by keys that the provider alone has. `none` and those by the client's secret are never taken. */
const taken = new Set([
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
]);

/** How ID tokens may be signed, of what the provider says it does; RS256 where it says nothing. */
export function algorithmsOf(said: readonly string[] | undefined): string[] {
  return (said ?? ["RS256"]).filter((algorithm) => taken.has(algorithm));
}
