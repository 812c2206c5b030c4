import { neighborhoodOf } from "@meetbot/network/addresses/neighborhood.ts";
import type { Context } from "hono";
import { isFromThisMachine } from "../http/this-machine.ts";

/** Finds the network in whose share a request counts; `null`: it comes from this machine, and in none. */
export type StrangerOf = (c: Context) => string | null;

/**
 * Makes it from what finds the network of a request. Ask first before waiting for anything, as there.
 * Where the server has a public URL nobody is taken for this machine: a TLS proxy of this machine that
 * works in TCP mode passes on each stranger's request as that stranger wrote it, `Host: localhost` included.
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
