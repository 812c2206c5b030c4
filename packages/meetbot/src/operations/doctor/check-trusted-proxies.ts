import { isIPv4 } from "node:net";
import { type Check, ok, warn } from "./check.ts";

/** Wide enough for the pods of a whole cluster; a wider network usually contains more than proxies. */
const widest = { ipv4: 16, ipv6: 48 };

/** Whether the networks of MEETBOT_TRUSTED_PROXIES hold more than proxies: everybody there may claim any address. */
export function checkTrustedProxies(networks: readonly string[]): Check[] {
  if (networks.length === 0) return [];
  const wide = networks.filter(isWide);
  if (wide.length === 0) return [ok("trusted_proxies", networks.join(", "))];
  return [
    warn(
      "trusted_proxies",
      `every machine in ${wide.join(", ")} may say where a customer comes from, and so pass the limits by network`,
      `Name the addresses of your proxies alone in MEETBOT_TRUSTED_PROXIES, or their network, of /${widest.ipv4} or smaller (IPv6: /${widest.ipv6}).`,
    ),
  ];
}

function isWide(network: string): boolean {
  const [address = "", bits] = network.split("/");
  return bits !== undefined && Number(bits) < (isIPv4(address) ? widest.ipv4 : widest.ipv6);
}
