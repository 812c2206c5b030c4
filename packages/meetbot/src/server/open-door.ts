import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { guardResponses } from "./frame-ancestors.ts";
import { comeBack } from "./problem.ts";

/** A node holds no more connections than this, streams included; further ones are dropped at once. */
const mostConnections = 10_000;

/** Requests that are in when a node stops get this long for their answers. */
const lastAnswersMs = 5_000;
const endIdleEveryMs = 50;

/** Another program listens where the server should. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly code = "port_taken";
}

/**
 * Where a node listens. Before its routes are there and after it began to leave, it says that it
 * lives and that it is not ready, and turns all else away: balancers then ask another node.
 */
export interface Door {
  port: number;
  /** From now on, what comes is answered by these routes. */
  open(routes: Hono): void;
  /** From now on, what comes is turned away; what is in stays. */
  leave(): void;
  /** Resolves when the last answer is out, or cut off. */
  close(): Promise<void>;
}

export async function openDoor(address: { host: string; port: number }): Promise<Door> {
  let routes = createClosedRoutes(
    "This node starts: it connects to its database, or brings the tables up to date.",
  );
  const server = createAdaptorServer({ fetch: (request, node) => routes.fetch(request, node) });
  // Node drops all header lines after the first 1,000: the one that a proxy added, but not a forged
  // one before it. Their size is limited anyway (16 KiB).
  if ("maxHeadersCount" in server) server.maxHeadersCount = 0;
  server.maxConnections = mostConnections;
  const port = await listen(server, address);
  return {
    port,
    open(opened) {
      routes = opened;
    },
    leave() {
      routes = createClosedRoutes("This node stops. Another one answers.");
    },
    close: () => closeServer(server),
  };
}

/** Ends each connection once its last answer is out; after a while, all of them. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if (!("closeIdleConnections" in server)) return void (await closed);
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
    return comeBack(c, "not_ready", why);
  });
  return app;
}

/** Resolves with the port. */
async function listen(server: ServerType, at: { host: string; port: number }): Promise<number> {
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
