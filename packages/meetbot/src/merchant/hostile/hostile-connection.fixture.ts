import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export type Bytes = string | Uint8Array;

/** One connection to a hostile merchant, as what the merchant does sees it. */
export interface HostileConnection {
  socket: Socket;
  /** Waits for the next whole query on this connection; resolves with its head and body as sent. */
  query(): Promise<string>;
  send(bytes: Bytes): void;
  /** Sends, and then the end of the connection. */
  end(bytes?: Bytes): void;
  /** Tears the connection down, as a crashed host does. */
  reset(): void;
  /** Sends byte by byte. */
  drip(bytes: Bytes, everyMs: number): Promise<void>;
  /** Sends this over and over, as fast as it is taken, until the other side has had enough. */
  flood(piece: Bytes): Promise<void>;
}

/** Text goes out byte for byte, one for each character; what is UTF-8 comes as bytes already. */
const toBytes = (bytes: Bytes): Buffer =>
  typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);

export function openConnection(socket: Socket): HostileConnection {
  socket.setNoDelay(true); // What is sent is on its way at once, and not when the last of it was acknowledged.
  return {
    socket,
    query: () => readQuery(socket),
    send: (bytes) => void socket.write(toBytes(bytes)),
    end: (bytes = "") => void socket.end(toBytes(bytes)),
    reset: () => void socket.resetAndDestroy(),
    async drip(bytes, everyMs) {
      for (const byte of toBytes(bytes)) {
        if (socket.destroyed) return;
        socket.write(Buffer.of(byte));
        await delay(everyMs);
      }
    },
    async flood(piece) {
      const bytes = toBytes(piece);
      while (!socket.destroyed) {
        if (socket.write(bytes)) await delay(0);
        else await Promise.race([once(socket, "drain"), once(socket, "close")]);
      }
    },
  };
}

async function readQuery(socket: Socket): Promise<string> {
  let query = "";
  for (;;) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    query += chunk.toString("latin1");
    const [head = "", body] = query.split("\r\n\r\n");
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1]);
    if (body !== undefined && body.length >= length) return query;
  }
}
