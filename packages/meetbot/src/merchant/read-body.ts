import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";

/** What could be read of a response body; `fault` says why there is no more. */
export interface BodyRead {
  bytes: Buffer;
  /** `too_large`: its beginning alone. `broken`: the connection or the deadline ended it, see `cause`. */
  fault: { kind: "too_large" } | { kind: "broken"; cause: unknown } | null;
}

/** Of what came over the socket at once, a chunk is the part between two lines of its framing. */
const SMALL_CHUNK_BYTES = 4 * 1024;

/**
 * Reads at most `limitBytes` while they arrive, and drops the connection when there are more: of
 * those the first `keptBytes` are left.
 */
export async function readBody(
  body: Readable,
  limitBytes: number,
  keptBytes: number,
): Promise<BodyRead> {
  const chunks: Buffer[] = [];
  let room = limitBytes;
  // Read chunk by chunk: an iterator would first join what waits, and so hold it twice.
  body.on("data", (chunk: Buffer) => {
    if (room < 0) return;
    const taken = chunk.subarray(0, room);
    // A small one would keep all alive that came with it.
    chunks.push(taken.length < SMALL_CHUNK_BYTES ? Buffer.from(taken) : taken);
    room -= chunk.length;
    if (room >= 0) return;
    // Nothing but its beginning is of use any more, and the rest need not be held, nor joined.
    chunks.splice(0, chunks.length, Buffer.concat(chunks, Math.min(keptBytes, limitBytes)));
    body.destroy();
  });
  try {
    await finished(body);
    return { bytes: Buffer.concat(chunks), fault: null };
  } catch (cause) {
    const fault =
      room < 0 ? ({ kind: "too_large" } as const) : ({ kind: "broken", cause } as const);
    return { bytes: Buffer.concat(chunks), fault };
  }
}
