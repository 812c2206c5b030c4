import { comparableAccount } from "@meetbot/protocol";

/** A mail provider whose domains all deliver the same name to the same mailbox. */
interface Provider {
  domains: readonly string[];
  /** Whether a name is the same with and without dots. */
  ignoresDots: boolean;
}

/** Lists only what the providers themselves guarantee: two people's mailboxes must not count as one. */
const providers: readonly Provider[] = [
  { domains: ["gmail.com", "googlemail.com"], ignoresDots: true },
  { domains: ["icloud.com", "me.com", "mac.com"], ignoresDots: false },
  { domains: ["proton.me", "protonmail.com", "pm.me"], ignoresDots: false },
  { domains: ["yandex.ru", "ya.ru", "yandex.com", "yandex.by", "yandex.kz"], ignoresDots: false },
];

const providerOf = new Map(
  providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
);

/**
 * Returns the mailbox that receives mail for an email address. Use it only for counting, never to send mail or to
 * distinguish accounts. Most mail servers deliver `name+anything@…` to the mailbox of `name@…`; Gmail also ignores dots
 * in a name.
 */
export function mailboxOf(email: string): string {
  const address = comparableAccount(email);
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const domain = address.slice(at + 1);
  const [name = ""] = address.slice(0, at).split("+");
  const provider = providerOf.get(domain);
  if (!provider) return `${name}@${domain}`;
  return `${provider.ignoresDots ? name.replaceAll(".", "") : name}@${provider.domains[0]}`;
}
