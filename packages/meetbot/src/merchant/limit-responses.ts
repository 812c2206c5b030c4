import type { Socket } from "node:net";

const KIB = 1_024;

/** Of all heads that come to one query, the informational ones (1xx) too; shops send under 2 KiB. */
const MAX_HEAD_BYTES = 16 * KIB;
const MAX_HEAD_LINES = 256;

/** A head, a body of 256 KiB, and room for what chunked transfer puts around it. */
const MAX_BYTES = 336 * KIB;

/** Ten orders of 50 lines each, written with every field on a line of its own, are about 6,500. */
const MAX_LINES = 8_192;

/** A server sends more than any answer needs. The message is for the delivery log. */
export class ResponseTooLargeError extends Error {
  override name = "ResponseTooLargeError";
  readonly code = "response_too_large";
}

/**
 * Bounds what may come over a connection for one query, before anything parses it. A parser makes
 * objects of every header and chunk, so that some KiB of the shortest ones become megabytes; and
 * heads without end would keep it busy until the deadline.
 */
export function limitResponses(socket: Socket): void {
  const { push } = socket;
  let sentBytes = socket.bytesWritten;
  let findExcess = createMeter();
  socket.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) return push.call(socket, chunk);
    // Queries never overlap on a connection: what comes after one was sent is its response.
    if (socket.bytesWritten !== sentBytes) findExcess = createMeter();
    sentBytes = socket.bytesWritten;
    const excess = findExcess(chunk);
    if (excess === null) return push.call(socket, chunk, encoding);
    socket.destroy(new ResponseTooLargeError(excess));
    return false;
  };
}

/** Takes one response as it arrives, and says what there is too much of. */
function createMeter(): (chunk: Buffer) => string | null {
  let bytes = 0;
  let lines = 0;
  let heads = "";
  let isInHead = true;
  return (chunk) => {
    bytes += chunk.length;
    lines += countLines(chunk);
    if (isInHead) {
      heads = `${heads}${chunk.toString("latin1", 0, MAX_HEAD_BYTES)}`.trimStart();
      const endOfHeads = findEndOfHeads(heads);
      isInHead = endOfHeads === -1;
      const head = isInHead ? heads : heads.slice(0, endOfHeads);
      if (head.length >= MAX_HEAD_BYTES) return "the answer's headers exceed 16 KiB";
      if (head.split("\n").length > MAX_HEAD_LINES) return "the answer has more than 256 headers";
    }
    if (bytes > MAX_BYTES) return "the answer exceeds 256 KiB";
    if (lines > MAX_LINES) return "the answer comes in too many lines or chunks";
    return null;
  };
}

/** Where the first head ends that is not informational; -1 while that has not come. */
function findEndOfHeads(heads: string): number {
  let start = 0;
  for (;;) {
    const end = heads.indexOf("\r\n\r\n", start);
    if (end === -1 || !/^HTTP\/1\.\d 1/.test(heads.slice(start, start + 10))) return end;
    start = end + 4;
  }
}

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
