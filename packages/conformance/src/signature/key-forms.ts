import { type Candidate, right, type SigningHeader, wrong } from "./candidate.ts";

/** A bot's secret by its stage in a rotation, or by its other purpose. */
export type SecretName = "current" | "next" | "previous" | "identity" | "push";

/** A secret that the merchant may have signed with, named by its role for the bot. */
export interface NamedSecret {
  name: SecretName;
  secret: string;
}

const otherMistakes = {
  current: "current_secret",
  next: "next_secret",
  previous: "previous_secret",
  identity: "identity_secret",
  push: "push_secret",
} as const;

/**
 * Returns all keys that a mistake can make of a bot's secrets. The first secret is the one that signed the request, and
 * its correct form for this header comes first. Throws a TypeError if the list is empty.
 */
export function keyForms(
  header: SigningHeader,
  [used, ...others]: readonly NamedSecret[],
): Candidate<Buffer>[] {
  if (used === undefined) throw new TypeError("nothing is signed without a secret");
  const ofOthers = others.flatMap(({ name, secret }) => {
    const mistake = otherMistakes[name];
    return formsOf(header, secret).map(({ value, mistakes }) => wrong(value, mistake, ...mistakes));
  });
  return [...formsOf(header, used.secret), ...ofOthers, wrong(Buffer.alloc(0), "secret_empty")];
}

function formsOf(header: SigningHeader, secret: string): Candidate<Buffer>[] {
  const whole = Buffer.from(secret);
  const bare = secret.replace(/^whsec_/, "");
  const decoded = Buffer.from(bare, "base64");
  const withPrefix = Buffer.from(secret, "base64");
  if (header === "webhook-signature") {
    // A secret in any other form is used as the key unchanged.
    if (bare === secret) return [right(whole), ...spoilt(secret)];
    return [
      right(decoded),
      wrong(whole, "secret_not_decoded"),
      wrong(Buffer.from(bare), "secret_not_decoded"),
      wrong(withPrefix, "secret_decoded_with_prefix"),
      wrong(Buffer.from(bare.slice(0, -4), "base64"), "secret_cut"),
    ];
  }
  return [
    right(whole),
    ...(bare === secret ? [] : [wrong(Buffer.from(bare), "secret_without_prefix")]),
    wrong(decoded, "secret_decoded"),
    wrong(withPrefix, "secret_decoded_with_prefix"),
    ...spoilt(secret),
  ];
}

/** As shells, files and double clicks leave it. */
function spoilt(secret: string): Candidate<Buffer>[] {
  return [
    wrong(Buffer.from(secret.replace(/(?<!=)=+$/, "")), "secret_cut"),
    wrong(Buffer.from(`${secret}\n`), "secret_with_line_break"),
    wrong(Buffer.from(`${secret}\r\n`), "secret_with_line_break"),
    wrong(Buffer.from(`${secret}\r`), "secret_with_line_break"),
    wrong(Buffer.from(`"${secret}"`), "secret_with_quotes"),
    wrong(Buffer.from(`'${secret}'`), "secret_with_quotes"),
  ];
}
