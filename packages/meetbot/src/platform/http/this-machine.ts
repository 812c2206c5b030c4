import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { peerOf } from "./client-network.ts";

/** The addresses that programs on this machine connect from by default. */
const own = new Set(["127.0.0.1", "::1"]);

/** Headers that proxies add by default or in the examples of their manuals. */
const signsOfProxy = ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-proto"];

const ownName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

export function isThisMachine(address: string): boolean {
  return own.has(address);
}

/**
 * Checks whether a program on this machine sent the request, and for nobody else. A proxy that does not say for whom it
 * asks shows in other ways: it uses HTTP 1.0, or the public host name.
 */
export function isFromThisMachine(c: Context): boolean {
  const peer = peerOf(c);
  if (peer === null || !isThisMachine(peer)) return false;
  const { incoming }: Partial<HttpBindings> = c.env ?? {};
  return (
    incoming?.httpVersion === "1.1" &&
    ownName.test(c.req.header("host") ?? "") &&
    signsOfProxy.every((name) => c.req.header(name) === undefined)
  );
}
