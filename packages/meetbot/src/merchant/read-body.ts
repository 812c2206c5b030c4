import type { Readable } from "node:stream";

/** What could be read of a response body; `fault` says why there is no more. */
export interface BodyRead {
  bytes: Buffer;
  /** `too_large`: cut at the limit. `broken`: the connection or the deadline ended it, see `cause`. */
  fault: { kind: "too_large" } | { kind: "broken"; cause: unknown } | null;
}

/** Reads at most `limitBytes` while they arrive, and drops the connection when there are more. */
export async function readBody(body: Readable, limitBytes: number): Promise<BodyRead> {
  const chunks: Buffer[] = [];
  let room = limitBytes;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, room));
      room -= chunk.length;
      if (room < 0) return { bytes: Buffer.concat(chunks), fault: { kind: "too_large" } };
    }
  } catch (cause) {
    return { bytes: Buffer.concat(chunks), fault: { kind: "broken", cause } };
  }
  return { bytes: Buffer.concat(chunks), fault: null };
}
