import type { IncomingMessage, ServerResponse } from "node:http";

/** How long a client that is still sending can read the answer. Cut at once, many would lose it. */
const lingerMs = 500;

/** Whether the connection was to stay open, had the body been read. */
const wasKept = Symbol("was kept");

type Response = ServerResponse & { [wasKept]?: boolean };

/** Checks whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Closes the connection after the answer when the request's body was not read, and reads no more of it: Node would read
 * the rest, however long, to find the next request behind it. Callers that read the whole body call {@link keepOpen}.
 */
export function endUnread(incoming: IncomingMessage, outgoing: Response): void {
  if (!hasBody(incoming)) return;
  outgoing[wasKept] = outgoing.shouldKeepAlive;
  outgoing.shouldKeepAlive = false;
  outgoing.prependListener("finish", lingerWhereUnread);
}

/** Keeps the connection open: the body was read, so the next request follows. */
export function keepOpen(outgoing: Response): void {
  outgoing.shouldKeepAlive = outgoing[wasKept] ?? outgoing.shouldKeepAlive;
}

function lingerWhereUnread(this: ServerResponse): void {
  const { req } = this;
  if (req.complete) return;
  const { socket } = req;
  // Counts as reading, so Node does not consume the rest; once its buffer is full, the client has to wait.
  req.read(0);
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
