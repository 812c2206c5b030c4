import type { Socket } from "node:net";
import { createChunkMeter, type Meter } from "./chunk-meter.ts";

const KIB = 1_024;

/** Limit for all heads received for one query, including informational ones (1xx); shops send less than 2 KiB. */
const MAX_HEAD_BYTES = 16 * KIB;
const MAX_HEAD_LINES = 256;

/** Room for a head, a body of 256 KiB, and the overhead of chunked transfer. */
const MAX_BYTES = 336 * KIB;

/** A server sends more than any answer needs. The message goes to the delivery log. */
export class ResponseTooLargeError extends Error {
  override name = "ResponseTooLargeError";
  readonly code = "response_too_large";
}

/**
 * Limits the bytes, header lines and chunks that a connection may receive per query, before anything parses them. A
 * parser creates objects for every header and chunk, so some KiB of the shortest ones become megabytes; and an endless
 * series of heads would keep the parser busy until the deadline.
 */
export function limitResponses(socket: Socket, maxBytes = MAX_BYTES): void {
  const { push } = socket;
  let sentBytes = socket.bytesWritten;
  let findExcess = createMeter(maxBytes);
  socket.push = (bytes: Buffer | null, encoding?: BufferEncoding) => {
    if (bytes === null) return push.call(socket, bytes);
    // Queries never overlap on a connection: the bytes that arrive after a query was sent are its response.
    if (socket.bytesWritten !== sentBytes) findExcess = createMeter(maxBytes);
    sentBytes = socket.bytesWritten;
    const excess = findExcess(bytes);
    if (excess === null) return push.call(socket, bytes, encoding);
    socket.destroy(new ResponseTooLargeError(excess));
    return false;
  };
}

function createMeter(maxBytes: number): Meter {
  let total = 0;
  let heads = "";
  let findExcessOfBody: Meter | null = null;
  return (bytes) => {
    total += bytes.length;
    if (total > maxBytes) {
      return `the answer exceeds ${Math.floor(maxBytes / (256 * KIB)) * 256} KiB`;
    }
    if (findExcessOfBody) return findExcessOfBody(bytes);
    const readBefore = heads.length;
    heads += bytes.toString("latin1", 0, MAX_HEAD_BYTES);
    const end = findEndOfHeads(heads);
    if (end !== -1) heads = heads.slice(0, end);
    if (heads.length >= MAX_HEAD_BYTES) return "the answer's headers exceed 16 KiB";
    if (heads.split("\n").length > MAX_HEAD_LINES) return "the answer has more than 256 headers";
    if (end === -1) return null;
    const isChunked = /^transfer-encoding:.*chunked/im.test(heads);
    findExcessOfBody = isChunked ? createChunkMeter() : () => null;
    return findExcessOfBody(bytes.subarray(end - readBefore));
  };
}

/**
 * Returns where the body begins, after the first head that is not informational; -1 if that head has not arrived yet.
 */
function findEndOfHeads(heads: string): number {
  for (let start = 0; ; ) {
    while (heads.startsWith("\r\n", start)) start += 2;
    const end = heads.indexOf("\r\n\r\n", start);
    if (end === -1) return -1;
    if (!/^HTTP\/1\.\d 1/.test(heads.slice(start, start + 10))) return end + 4;
    start = end + 4;
  }
}
