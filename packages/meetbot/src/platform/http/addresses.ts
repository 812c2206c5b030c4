import { BlockList, isIPv4, isIPv6, SocketAddress } from "node:net";

/**
 * Reads an IP address into its one spelling: IPv4 in IPv6 (`::ffff:192.0.2.1`) is IPv4, and a zone
 * (`%eth0`) is left out, for it means something on one machine only. `null`: this is no address.
 */
export function readAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  if (!isIPv6(text)) return null;
  const [withoutZone = ""] = text.split("%");
  const { address } = new SocketAddress({ address: withoutZone, family: "ipv6" });
  const mapped = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : "";
  return isIPv4(mapped) ? mapped : address;
}

/** Returns a function that checks whether an address matches a list of addresses and CIDR networks. */
export function createAddressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

/**
 * Returns the network of an address from {@link readAddress}: a /24 of IPv4 or a /64 of IPv6, in a canonical spelling.
 * One line or rented server gets a whole /64, and often changes its address within a /24.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return `${address.slice(0, address.lastIndexOf("."))}.0/24`;
  const [left = [], right = []] = address.split("::").map((half) => half.split(":"));
  const omitted = Array<string>(8 - left.length - right.length).fill("0");
  const first = [...left, ...omitted, ...right].slice(0, 4).map((group) => group || "0");
  return `${readAddress(`${first.join(":")}::`)}/64`;
}

const familyOf = (address: string) => (isIPv4(address) ? "ipv4" : "ipv6");
