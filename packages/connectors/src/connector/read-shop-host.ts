import { ConnectorConfigError } from "./connector-error.ts";

/** How a platform names the shops that it hosts. */
export interface HostedShops {
  /** The field that is read. */
  field: string;
  /** Domains that can follow a shop's name; the first is used if only the name was pasted. */
  domains: readonly [string, ...string[]];
  /** Matches the shop's name in admin URLs that contain it in the path. */
  inAdmin?: RegExp;
  /** Where an owner finds the shop's address. */
  where: string;
}

/**
 * The host of a shop that a platform hosts, read from its name, its host, or an address as a browser
 * shows it. Throws a `ConnectorConfigError` for a domain of the owner's own: a key is sent to the platform alone.
 */
export function readShopHost(text: string, { field, domains, inAdmin, where }: HostedShops) {
  const address = text.toLowerCase().replace(/^https?:\/\//, "");
  const [, fromAdmin] = inAdmin?.exec(address) ?? [];
  const [host = ""] = address.split("/");
  const domain = domains.find((one) => host.endsWith(`.${one}`)) ?? domains[0];
  const name =
    fromAdmin ?? (host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host);
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(name)) {
    throw new ConnectorConfigError(
      field,
      `${field} is not the name that the platform gave it. It ends in .${domains[0]}, and stands in ${where}.`,
    );
  }
  return `${name}.${domain}`;
}
