/** Which fields of a kind of integration are secret, and where the secrets are sent. */
export interface KeptRule {
  /** The fields that are secret. */
  secretFields: readonly string[];
  /** Returns the address that receives the secrets; `null` if the fields contain no readable address. */
  addressOf(fields: Record<string, string>): string | null;
}

type Fields = Readonly<Record<string, string | undefined>>;

/**
 * Merges the given fields over the stored ones of the same integration: an omitted field stays. A secret does not stay
 * when the address changes: `forAnother` is the first one that must be given again. Otherwise anyone who may change an
 * address could have it sent to a server of theirs, and read what nothing shows. The one rule for all that store
 * secrets.
 */
export function layOverKept(
  given: Fields,
  kept: Fields,
  { secretFields, addressOf }: KeptRule,
): { whole: Record<string, string>; forAnother: string | null } {
  const before = definedOf(kept);
  const whole = { ...before, ...definedOf(given) };
  const address = addressOf(whole);
  const isElsewhere = address !== null && address !== addressOf(before);
  const stays = secretFields.find(
    (field) => kept[field] !== undefined && given[field] === undefined,
  );
  return { whole, forAnother: isElsewhere ? (stays ?? null) : null };
}

function definedOf(fields: Fields): Record<string, string> {
  const defined = Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  return Object.fromEntries(defined);
}

/** Explains why the caller must provide a stored secret again. */
export const explainForAnother = (field: string, isRequired: boolean) =>
  `${field} was given for another address, and is not sent to this one. Give it anew${isRequired ? "" : ', or "" to go without'}.`;

/** Scheme, host and port of a URL that an operator wrote. */
export const originOf = (url: string | undefined): string | null =>
  URL.parse(url?.trim() ?? "")?.origin ?? null;
