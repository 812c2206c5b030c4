import { neighborhoodOf } from "@meetbot/network/addresses/neighborhood.ts";
import type { Context } from "hono";
import { isFromThisMachine } from "../http/this-machine.ts";

/**
 * Returns the network whose share a request counts against; `null` if the request comes from this machine and counts
 * against none.
 */
export type StrangerOf = (c: Context) => string | null;

/**
 * Creates the function from the one that finds a request's network. As with that one, call it before awaiting anything.
 * If the server has a public URL, no request counts as coming from this machine: a local TLS proxy in TCP mode forwards
 * each stranger's request unchanged, `Host: localhost` included.
 */
export function createStrangerOf(
  networkOf: (c: Context) => string | null,
  publicUrl: string | null,
): StrangerOf {
  function find(c: Context): string | null {
    if (publicUrl === null && isFromThisMachine(c)) return null;
    const network = networkOf(c);
    return network === null ? null : neighborhoodOf(network);
  }
  return (c) => {
    // Several ask for it, one after the other.
    const known = c.get("stranger") as string | null | undefined;
    if (known !== undefined) return known;
    const found = find(c);
    c.set("stranger", found);
    return found;
  };
}
