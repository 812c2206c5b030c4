import type { Server } from "node:net";
import { neighborhoodOf } from "@meetbot/network/addresses/neighborhood.ts";
import { createAddressList, networkOf, readAddress } from "../http/addresses.ts";
import { isThisMachine } from "../http/this-machine.ts";
import { createFairShares } from "./fair-shares.ts";

/** The most connections that a node holds, streams included; further ones are dropped at once. */
const maxConnections = 10_000;

/**
 * One network gets a quarter of them at most: 500 people behind a carrier's addresses, each with the two or three
 * connections of a browser that chats, stay far below.
 */
const maxOfOneNetwork = 2_500;

/** Connections that make room for others remain until they are closed. */
const closingAtOnce = 500;

/**
 * Shares a node's connections among the networks they come from. Connections from proxies and from this machine carry
 * many people's requests, so those are shared request by request instead.
 */
export function shareConnections(
  server: Server,
  trustedProxies: readonly string[],
  onDropped: () => void,
  { max = maxConnections, maxOfOne = maxOfOneNetwork } = {},
): void {
  const isTrusted = createAddressList(trustedProxies);
  const shares = createFairShares({ max, maxOfOne, safeForMs: Number.POSITIVE_INFINITY });
  server.maxConnections = max + closingAtOnce;
  server.on("connection", (socket) => {
    const peer = readAddress(socket.remoteAddress ?? "");
    const isShared = peer === null || isThisMachine(peer) || isTrusted(peer);
    const network = isShared ? null : neighborhoodOf(networkOf(peer));
    const drop = () => {
      onDropped();
      socket.destroy();
    };
    const share = shares.enter(network, drop);
    if (!share) return drop();
    socket.once("close", share.leave);
  });
}
