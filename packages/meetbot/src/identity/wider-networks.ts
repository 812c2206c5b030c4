const suffix = "/64";

/**
 * The /56 and the /48 around a /64 of IPv6: what providers give a home, and what they give a site. One
 * stranger may have all the /64 in it, 256 or 65,536. None around a network of IPv4: there a customer has
 * one address.
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
