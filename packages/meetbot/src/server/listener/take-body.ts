import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { serviceUnavailable } from "../../platform/http/problem.ts";
import { createFairShares, type FairShares } from "../../platform/limits/fair-shares.ts";
import type { StrangerOf } from "../../platform/limits/stranger-of.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { hasBody, keepOpen } from "./end-unread.ts";
import { bodyLimitOf, bodyTooLarge } from "./limit-body.ts";

/** The most bytes of incomplete bodies that one node holds in memory. */
const maxBytes = 64 * 1024 * 1024;

/** Of one network: room for a few of the longest bodies, or for hundreds of messages on slow lines. */
const maxBytesOfOne = 16 * 1024 * 1024;

/** The overhead counted for each piece besides its bytes: a client may send every byte separately. */
const pieceBytes = 256;

/** The same limits for pictures, which have their own share: one is as long as 160 other bodies. */
export const pictureBodyShares = { max: 128 * 1024 * 1024, maxOfOne: 44 * 1024 * 1024 };

type Taken = Buffer | "too_large" | "no_room" | "cut";

/** The dependencies of reading bodies. */
export interface TakeBodyDeps {
  strangerOf: StrangerOf;
  onTurnedAway: Metrics["onTurnedAway"];
}

/**
 * Reads a request's body, up to its {@link bodyLimitOf limit}, before the request takes a place or queries the
 * database: a client that sends slowly, or never ends, holds only a connection until its time is over. When such bodies
 * hold too many bytes, the oldest ones make room.
 */
export function createTakeBody(
  { strangerOf, onTurnedAway }: TakeBodyDeps,
  shares: FairShares = createFairShares({ max: maxBytes, maxOfOne: maxBytesOfOne }),
): MiddlewareHandler {
  return async (c, next) => {
    const { incoming, outgoing }: Partial<HttpBindings> = c.env ?? {};
    if (!incoming || !outgoing || !("socket" in incoming) || !hasBody(incoming)) return next();
    if ("rawBody" in incoming) return next();
    const network = strangerOf(c);
    const limit = bodyLimitOf(c);
    if (incoming.headers.expect?.toLowerCase() === "100-continue") outgoing.writeContinue();
    // After this, Node's buffer holds everything that arrived together with the head, which is most bodies.
    await undefined;
    const taken =
      readBuffered(incoming, limit) ?? (await readPieces(incoming, limit, shares, network));
    if (!Buffer.isBuffer(taken)) return refuse(c, taken, limit, onTurnedAway);
    // Hono looks here for a body that was already read.
    Object.assign(incoming, { rawBody: taken });
    keepOpen(outgoing);
    await next();
  };
}

/** `null`: it is not here whole. */
function readBuffered(incoming: IncomingMessage, limit: number): Buffer | "too_large" | null {
  if (!incoming.complete || incoming.destroyed) return null;
  const body: Buffer = incoming.read() ?? Buffer.alloc(0);
  return body.length > limit ? "too_large" : body;
}

function readPieces(
  incoming: IncomingMessage,
  limit: number,
  shares: FairShares,
  network: string | null,
): Promise<Taken> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const share = shares.enter(network, () => finish("no_room"), 0);
    const take = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > limit) finish("too_large");
      else if (share?.grow(piece.length + pieceBytes)) pieces.push(piece);
      else finish("no_room");
    };
    const end = () => finish(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
    const cut = () => finish("cut");
    const finish = (taken: Taken) => {
      incoming.off("data", take).off("end", end).off("close", cut).pause();
      share?.leave();
      resolve(taken);
    };
    incoming.on("data", take).on("end", end).on("close", cut);
    incoming.on("error", () => {});
  });
}

/** The client has disconnected, and nothing is wrong on the server. */
const nobodyThere = () => new Response(null, { status: 400 });

function refuse(
  c: Context,
  why: Exclude<Taken, Buffer>,
  limit: number,
  onTurnedAway: Metrics["onTurnedAway"],
): Response {
  if (why === "cut") return nobodyThere();
  if (why === "too_large") return bodyTooLarge(c, limit);
  onTurnedAway("bodies");
  return serviceUnavailable(c, "busy", "This node is taking in as many bodies as it can.");
}
