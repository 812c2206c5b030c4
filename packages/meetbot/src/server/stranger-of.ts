import type { Context } from "hono";
import { neighborhoodOf } from "./neighborhood.ts";
import { isFromThisMachine } from "./this-machine.ts";

/** Finds the network in whose share a request counts; `null`: it comes from this machine, and in none. */
export type StrangerOf = (c: Context) => string | null;

/** Makes it from what finds the network of a request. Ask before waiting for anything, as there. */
export function createStrangerOf(networkOf: (c: Context) => string | null): StrangerOf {
  return (c) => {
    if (isFromThisMachine(c)) return null;
    const network = networkOf(c);
    return network === null ? null : neighborhoodOf(network);
  };
}
