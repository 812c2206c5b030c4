import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/** Long enough for a server to read the first part separately, and too short to delay anybody noticeably. */
const PAUSE_MS = 50;

/** A body of which the rest follows a moment after its first bytes, as networks and proxies may cut it. */
export function inTwoParts(body: Buffer, firstBytes: number): Readable {
  async function* cut() {
    yield body.subarray(0, firstBytes);
    await sleep(PAUSE_MS);
    yield body.subarray(firstBytes);
  }
  return Readable.from(cut(), { objectMode: false });
}
