/** The first one makes `X-Hub-Signature`, and all sign `webhook-signature`. */
export type Secrets = readonly [string, ...string[]];

/**
 * Yields the secrets to try, one per exchange, as long as the signature is refused: the one accepted last, the other
 * known ones, those that another process has created since, and the first once more, because the merchant may have
 * swapped secrets in between.
 */
export async function* candidateSecrets(
  known: readonly string[],
  accepted: string | null,
  freshSecrets: (() => Promise<readonly string[]>) | undefined,
): AsyncGenerator<Secrets, undefined> {
  let secrets = known;
  const tried = new Set<string>();
  const ledBy = (lead: string): Secrets => {
    tried.add(lead);
    return [lead, ...secrets.filter((secret) => secret !== lead)];
  };
  const untried = () => secrets.find((secret) => !tried.has(secret));

  const first = accepted !== null && known.includes(accepted) ? accepted : known[0];
  if (first === undefined) return;
  yield ledBy(first);
  for (let next = untried(); next !== undefined; next = untried()) yield ledBy(next);
  secrets = (await freshSecrets?.()) ?? secrets;
  for (let next = untried(); next !== undefined; next = untried()) yield ledBy(next);
  if (tried.size > 1) yield ledBy(secrets.includes(first) ? first : (secrets[0] ?? first));
}
