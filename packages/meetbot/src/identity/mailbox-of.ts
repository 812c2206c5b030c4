import { comparableAccount } from "@meetbot/protocol";

/** A provider's domains, in all of which a name is the same mailbox. */
interface Provider {
  domains: readonly string[];
  /** Whether a name is the same with and without dots. */
  ignoresDots: boolean;
}

/** Only what the providers promise themselves: two people's mailboxes must not count as one. */
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
 * The mailbox that mails to an email end up in, for counting alone: never to send to, nor to tell
 * accounts apart. Most mail servers put `name+anything@…` into the mailbox of `name@…`; Gmail leaves out
 * the dots of a name too.
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
