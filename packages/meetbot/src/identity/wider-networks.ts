const suffix = "/64";

/**
 * Returns the /56 and the /48 around an IPv6 /64: what providers assign to a home, and to a site. One attacker may own
 * every /64 in it, 256 or 65,536. `null` for an IPv4 network, where a customer has one address.
 */
export function widerNetworks(network: string): { of56: string; of48: string } | null {
  if (!network.endsWith(suffix)) return null;
  const [left = ""] = network.slice(0, -suffix.length).split("::");
  const groups = [...left.split(":"), "0", "0", "0", "0"].slice(0, 4);
  const [a, b, c, d] = groups.map((group) => Number.parseInt(group || "0", 16));
  const of48 = [a, b, c].map((group) => group?.toString(16)).join(":");
  const upper = ((d ?? 0) & 0xff00).toString(16);
  return { of56: `${of48}:${upper}::/56`, of48: `${of48}::/48` };
}
