import type { MiddlewareHandler } from "hono";
import { comeBack } from "./problem.ts";

/**
 * So many requests of the chat routes one node has in hand, each with a body of 64 KiB at most. They
 * wait for the database side by side: more would wait longer than a customer does.
 */
const mostRequestsInHand = 500;

/** Turns requests away that are too many, before anything of them is read. Streams count until they begin. */
export function limitRequests(
  onTurnedAway: () => void,
  most = mostRequestsInHand,
): MiddlewareHandler {
  let inHand = 0;
  return async (c, next) => {
    if (inHand >= most) {
      onTurnedAway();
      return comeBack(c, "busy", "This node has all the requests in hand that it can take.");
    }
    inHand += 1;
    try {
      await next();
    } finally {
      inHand -= 1;
    }
  };
}
