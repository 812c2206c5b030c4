import { type IpAddress, isWithin, type Network, parseNetwork } from "./ip-address.ts";

/** IPv4 ranges without servers on the public internet; from RFC 6890 and IANA's registry. */
const specialIpv4 = [
  "0.0.0.0/8", // this network
  "10.0.0.0/8", // private
  "100.64.0.0/10", // shared by customers of one provider
  "127.0.0.0/8", // this machine
  "172.16.0.0/12", // private
  "192.0.0.0/24", // protocol assignments
  "192.0.2.0/24", // documentation
  "192.31.196.0/24", // AS112
  "192.52.193.0/24", // multicast tunnels
  "192.88.99.0/24", // 6to4 relays
  "192.168.0.0/16", // private
  "192.175.48.0/24", // AS112
  "198.18.0.0/15", // benchmarks
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/3", // multicast, reserved, broadcast
].map(parseNetwork);

/**
 * The only IPv6 that is assigned for the public internet. Outside of it lie all forms that carry
 * IPv4 (compatible, translated, NAT64) except 6to4, Teredo and ISATAP.
 */
const publicIpv6 = parseNetwork("2000::/3");

const specialIpv6 = [
  "2001::/23", // protocol assignments, Teredo among them
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4
  "2620:4f:8000::/48", // AS112
  "3fff::/20", // documentation
].map(parseNetwork);

/** The addresses where clouds hand out their machines' keys to any caller inside. */
const metadata = [
  "100.100.100.200/32", // Alibaba Cloud
  "168.63.129.16/32", // Azure; a public address by its number
  "169.254.0.0/16", // all others, and the keys of containers; link-local as a whole
  "192.0.0.192/32", // Oracle Cloud
  "fd00:ec2::/32", // AWS
  "fd20:ce::254/128", // Google Cloud
].map(parseNetwork);

/** The bits before the IPv4 address in an ISATAP address. */
const isatapMarks = [0x0000_5efen, 0x0200_5efen];

/**
 * Checks whether a cloud serves machine credentials at this address; an allow list can open it only by the address
 * itself.
 */
export function isMetadata(address: IpAddress): boolean {
  return isWithinAny(address, metadata);
}

/** Whether a server on the public internet may have this address. */
export function isPublic(address: IpAddress): boolean {
  if (isMetadata(address)) return false;
  if (address.family === 4) return !isWithinAny(address, specialIpv4);
  if (!isWithin(address, publicIpv6) || isWithinAny(address, specialIpv6)) return false;
  const { value } = address;
  if (!isatapMarks.includes((value >> 32n) & 0xffff_ffffn)) return true;
  return isPublic({ family: 4, value: value & 0xffff_ffffn });
}

function isWithinAny(address: IpAddress, networks: readonly Network[]): boolean {
  return networks.some((network) => isWithin(address, network));
}
