/**
 * Returns the neighborhood of a network from `networkOf`: an IPv4 /24 unchanged, or the /48 around an IPv6 /64. A node
 * shares its places among neighborhoods. Both kinds hold some 250 lines; the holder of one IPv6 line has 256 networks
 * of /64, and the owner of a rented server may have a whole /48.
 */
export function neighborhoodOf(network: string): string {
  if (!network.endsWith("/64")) return network;
  const [start = ""] = network.split("::");
  const groups = start.split(":").slice(0, 3);
  while (groups.length > 1 && /^0*$/.test(groups.at(-1) ?? "")) groups.pop();
  return `${groups.join(":")}::/48`;
}
