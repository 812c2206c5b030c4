import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { guardResponses } from "../../platform/http/frame-ancestors.ts";
import { serviceUnavailable } from "../../platform/http/problem.ts";
import { shareConnections } from "../../platform/limits/share-connections.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { endUnread } from "./end-unread.ts";

/** Time limit for a whole request, head and body; on a bad phone connection a message takes two seconds. */
const requestWithinMs = 15_000;
/** Time limit for the head alone, and for a connection without a request. */
const headWithinMs = 10_000;
/** How often Node looks for requests that are late. */
const lookForLateEveryMs = 1_000;
/** A further request on the same connection arrives within this time, or else uses another connection. */
const idleMs = 5_000;
/** A connection without traffic for this long is closed as dead. Streams send something every 15 s. */
const silentMs = 120_000;

/** Requests that are in when a node stops get this long for their answers. */
const lastAnswersMs = 5_000;
const endIdleEveryMs = 50;

/** Another program already listens on the server's port. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly code = "port_taken";
}

/**
 * The port on which a node listens. Before its routes are mounted and once it shuts down, it reports that it is live
 * but not ready, and refuses everything else, so that load balancers try another node.
 */
export interface Listener {
  port: number;
  /** Answers all further requests with these routes. */
  open(routes: Hono, onTurnedAway?: Metrics["onTurnedAway"]): void;
  /** Turns away all further requests; accepted requests continue. */
  leave(): void;
  /** Resolves when the last answer is out, or cut off. */
  close(): Promise<void>;
}

export interface DoorOptions {
  host: string;
  port: number;
  /** Addresses and CIDR networks of proxies, from which all customers' connections may come; none by default. */
  trustedProxies?: readonly string[];
  requestWithinMs?: number;
}

export async function openListener(options: DoorOptions): Promise<Listener> {
  let turnedAway: Metrics["onTurnedAway"] = () => {};
  let routes = createClosedRoutes(
    "This node starts: it connects to its database, or brings the tables up to date.",
  );
  const answer = getRequestListener((request, node) => routes.fetch(request, node), {
    autoCleanupIncoming: false,
  });
  const server = createServer(timesOf(options), (incoming, outgoing) => {
    endUnread(incoming, outgoing);
    void answer(incoming, outgoing);
  });
  // A client that asks before it sends a body (`Expect: 100-continue`) gets the go-ahead when the body is wanted.
  server.on("checkContinue", (...request) => server.emit("request", ...request));
  // By default Node answers other `Expect` headers itself and reads the whole body.
  server.on("checkExpectation", (...request) => server.emit("request", ...request));
  // Node drops all header lines after the first 1,000: the one that a proxy added, but not a forged
  // one before it. Their size is limited anyway (16 KiB).
  server.maxHeadersCount = 0;
  server.timeout = silentMs;
  shareConnections(server, options.trustedProxies ?? [], () => turnedAway("connections"));
  const port = await listen(server, options);
  return {
    port,
    open(opened, onTurnedAway = () => {}) {
      routes = opened;
      turnedAway = onTurnedAway;
    },
    leave() {
      routes = createClosedRoutes("This node stops. Another one answers.");
    },
    close: () => closeServer(server),
  };
}

/** Returns the timeouts. Node answers slower requests with 408, and checks for them at an interval. */
function timesOf({ requestWithinMs: withinMs = requestWithinMs }: DoorOptions) {
  return {
    requestTimeout: withinMs,
    headersTimeout: Math.min(headWithinMs, withinMs),
    connectionsCheckingInterval: Math.min(lookForLateEveryMs, withinMs / 4),
    keepAliveTimeout: idleMs,
  };
}

/** Ends each connection once its last answer is out; after a while, all of them. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Node ends the idle ones of now; another one would wait for its customer's next request.
  const endIdle = setInterval(() => server.closeIdleConnections(), endIdleEveryMs);
  const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
  await closed;
  clearInterval(endIdle);
  clearTimeout(cut);
}

/** A connection ends with its answer, so that the next request finds another node. */
function createClosedRoutes(why: string): Hono {
  const app = new Hono();
  app.use(guardResponses());
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.all("*", (c) => {
    c.header("Connection", "close");
    return serviceUnavailable(c, "not_ready", why);
  });
  return app;
}

/** Resolves with the port. */
async function listen(server: Server, at: { host: string; port: number }): Promise<number> {
  const { host, port } = at;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") return reject(cause);
      const message = `Port ${port} of ${host} is taken. Stop the program that holds it, or choose another port with --port or MEETBOT_PORT.`;
      reject(new PortTakenError(message, { cause }));
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}
