import type { Context, MiddlewareHandler } from "hono";
import { serviceUnavailable } from "../http/problem.ts";
import { createFairShares, type FairShares } from "./fair-shares.ts";
import type { StrangerOf } from "./stranger-of.ts";
import type { OnTurnedAway } from "./turned-away.ts";

/**
 * How many requests of the chat routes one node handles at once, each with a body of at most 64 KiB. They all wait for
 * the database at the same time; with more, the wait would be longer than a customer's patience.
 */
export const chatPlaces = { max: 500, maxOfOne: 125 };

/** Of operators and programs: one office may be all there are. */
export const adminPlaces = { max: 200, maxOfOne: 100 };

/** Requests without a verified signature of Meta; checking one takes a millisecond. */
export const unsignedPlaces = { max: 200, maxOfOne: 100 };

/** Each request may be long. Meta resends refused ones. */
export const signedPlaces = { max: 100, maxOfOne: 100 };

export interface LimitRequestsDeps {
  strangerOf: StrangerOf;
  onTurnedAway: OnTurnedAway;
}

/** Turns requests away that are too many, of one network or in all. Streams count until they begin. */
export function limitRequests(
  deps: LimitRequestsDeps,
  { max, maxOfOne }: { max: number; maxOfOne: number },
): MiddlewareHandler {
  const places = createFairShares({ max, maxOfOne });
  return async (c, next) => {
    const refused = await inAPlace(c, deps, places, next);
    return refused instanceof Response ? refused : undefined;
  };
}

/** Does something in a place, or turns the request away. */
export async function inAPlace<Done>(
  c: Context,
  { strangerOf, onTurnedAway }: LimitRequestsDeps,
  places: FairShares,
  work: () => Promise<Done>,
): Promise<Done | Response> {
  const place = places.enter(strangerOf(c), null);
  if (!place) {
    onTurnedAway("requests");
    return serviceUnavailable(
      c,
      "busy",
      "This node has all the requests in hand that it can take.",
    );
  }
  try {
    return await work();
  } finally {
    place.leave();
  }
}
