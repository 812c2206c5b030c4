/** Takes a response's bytes as they arrive and returns which limit they exceed. */
export type Meter = (bytes: Buffer) => string | null;

/** Enough for a body of 256 KiB in chunks of 64 bytes; servers usually write several KiB at once. */
const MAX_CHUNKS = 4_096;

/** Nothing reads trailers. */
const MAX_TRAILERS = 64;

const lineFeed = 0x0a;

/** Follows the chunk sizes of a body in chunked transfer encoding, without reading its data. */
export function createChunkMeter(): Meter {
  let chunks = 0;
  let trailers = 0;
  let dataLeft = 0;
  let line = "";

  /** Treats a line that is not a size as the last chunk, since the parser will reject it. */
  const takeLine = () => {
    const size = trailers > 0 ? 0 : Number.parseInt(line, 16);
    if (size > 0) {
      chunks += 1;
      dataLeft = size + "\r\n".length;
    } else trailers += 1;
    line = "";
  };

  return (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      if (dataLeft > 0) {
        const skipped = Math.min(dataLeft, bytes.length - at);
        dataLeft -= skipped;
        at += skipped;
        continue;
      }
      const feed = bytes.indexOf(lineFeed, at);
      line += bytes.toString("latin1", at, Math.min(feed === -1 ? bytes.length : feed, at + 20));
      if (feed === -1) break;
      at = feed + 1;
      takeLine();
      if (chunks > MAX_CHUNKS) return "the answer comes in more than 4,096 chunks";
      if (trailers > MAX_TRAILERS) return "the answer has more than 64 trailers";
    }
    return null;
  };
}
