import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { createAddressList, networkOf, readAddress } from "./addresses.ts";

/**
 * The address for a peer that hung up before its address was read; its request is still served. All such peers count as
 * one network, so that hanging up does not bypass a limit.
 */
const unknownPeer = "0.0.0.0";

/**
 * Returns a function that finds the network a customer's request comes from, such as `203.0.113.0/24` or
 * `2001:db8:1:2::/64`; otherwise like {@link createAddressOf}.
 */
export function createNetworkOf(trustedProxies: readonly string[]): (c: Context) => string | null {
  const addressOf = createAddressOf(trustedProxies);
  return (c) => {
    const address = addressOf(c);
    return address === null ? null : networkOf(address);
  };
}

/**
 * Returns a function that finds the client address of a request. `X-Forwarded-For` counts only if a trusted proxy (an
 * address or a CIDR network) sent it. The result is `null` if there is no socket. Call the function before awaiting
 * anything, because an address can be read only while the connection is open.
 */
export function createAddressOf(trustedProxies: readonly string[]): (c: Context) => string | null {
  const isTrusted = createAddressList(trustedProxies);
  return (c) => {
    const peer = peerOf(c);
    if (peer === null) return null;
    // Several header lines are one list already.
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",");
    return lastUntrusted(peer, hops, isTrusted);
  };
}

/** Returns the address at the other end of the connection; `null` if there is no socket. */
export function peerOf(c: Context): string | null {
  const { incoming }: Partial<HttpBindings> = c.env ?? {};
  return incoming ? (readAddress(incoming.socket.remoteAddress ?? "") ?? unknownPeer) : null;
}

/**
 * Walks back along the proxies: each one appended the address of its peer at the right end. Anything left of an
 * untrusted or invalid address may be forged and is never read.
 */
function lastUntrusted(
  peer: string,
  hops: string[],
  isTrusted: (address: string) => boolean,
): string {
  let address = peer;
  while (isTrusted(address)) {
    const next = readHop(hops.pop() ?? "");
    if (next === null) break;
    address = next;
  }
  return address;
}

/** Some proxies write a port too: `203.0.113.7:1234`, `[2001:db8::1]:443`. */
function readHop(hop: string): string | null {
  const [, bracketed, v4] =
    /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(hop.trim()) ?? [];
  return readAddress(bracketed ?? v4 ?? hop.trim());
}
