import type { IncomingMessage, ServerResponse } from "node:http";

/** So long whoever still sends can read the answer. Cut at once, many would lose it. */
const lingerMs = 500;

/** Whether a request says that a body follows. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Ends the connection with the answer where nobody read the request's body, and reads nothing more of
 * it: Node would take in the rest to find the next request behind it, however long it is. Whoever reads
 * the body whole calls {@link keepOpen}.
 */
export function endUnread(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!hasBody(incoming)) return;
  const isKept = outgoing.shouldKeepAlive;
  outgoing.shouldKeepAlive = false;
  keepable.set(incoming, () => {
    outgoing.shouldKeepAlive = isKept;
  });
  outgoing.prependOnceListener("finish", () => {
    if (!incoming.complete) linger(incoming);
  });
}

/** The body was read: what follows on the connection is the next request. */
export function keepOpen(incoming: IncomingMessage): void {
  keepable.get(incoming)?.();
}

const keepable = new WeakMap<IncomingMessage, () => void>();

function linger(incoming: IncomingMessage): void {
  const { socket } = incoming;
  // Counts as reading, so that Node does not take in the rest; beyond its buffer the other side waits.
  incoming.read(0);
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
