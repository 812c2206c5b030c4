import { isHostAmong } from "@meetbot/network/addresses/is-host-among.ts";
import type { GivenAddress, ReadAddress } from "./alert.ts";
import { showUrl } from "./show-url.ts";

/** The allowed locations for one kind of URL; `*.` before a host matches all its subdomains. */
interface Place {
  hosts: readonly string[];
  path: RegExp;
}

/** The maximum length of a URL; those of Workflows have some 300 characters. */
export const maxUrlLength = 2_000;

/**
 * Reads a URL of a type that belongs to a single platform. A host that this server's operator allowed may be a relay or
 * a compatible product, so its URL needs no further checks.
 */
export function readUrl(
  { url: given = "" }: GivenAddress,
  { hosts, path }: Place,
  isOwn: boolean,
): ReadAddress {
  const text = given.trim();
  if (text.length > maxUrlLength || !URL.canParse(text)) return { fault: "invalid_url" };
  const url = new URL(text);
  if (isOwn) return { secrets: { url: url.href }, shown: showUrl(url) };
  if (!isHostAmong(url.hostname, hosts) || url.protocol !== "https:")
    return { fault: "other_host" };
  if (!path.test(url.pathname + url.search)) return { fault: "other_path" };
  return { secrets: { url: url.href }, shown: showUrl(url) };
}
