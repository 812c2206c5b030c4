import { connect } from "node:net";

/** The address of a clamd. */
export interface Clamd {
  host: string;
  port: number;
}

/** The scanner returned no verdict. The message states why and contains nothing of the file. */
export class ScanError extends Error {
  override name = "ScanError";
  readonly code = "scan_failed";
}

/** From the connection to the verdict. */
const deadlineMs = 20_000;

/** Of an answer: the name of a virus at most. */
const maxAnswerBytes = 1024;

const chunkBytes = 64 * 1024;

/**
 * Scans a file with clamd (INSTREAM: chunks, each preceded by its length, then one of length 0). Throws a {@link
 * ScanError} if clamd returns no verdict.
 */
export function scan(bytes: Uint8Array, at: Clamd, withinMs = deadlineMs): Promise<ScanVerdict> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: at.host, port: at.port });
    let answer = "";
    const fail = (why: string) => {
      socket.destroy();
      reject(new ScanError(`The virus scanner gave no verdict: ${why}.`));
    };
    const overdue = setTimeout(() => fail("it took too long"), withinMs);
    socket.on("close", () => {
      clearTimeout(overdue);
      const verdict = readVerdict(answer);
      if (verdict) resolve(verdict);
      else fail("its answer is no verdict, as where its StreamMaxLength is less than 10 MB");
    });
    socket.on("error", () => fail("it cannot be reached"));
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      if (answer.length > maxAnswerBytes) fail("its answer is too long");
    });
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let from = 0; from < bytes.length; from += chunkBytes) {
        const chunk = bytes.subarray(from, from + chunkBytes);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

export type ScanVerdict = "clean" | "infected";

/** `stream: OK`, or `stream: <name> FOUND`. */
function readVerdict(answer: string): ScanVerdict | null {
  const said = answer.replaceAll("\0", "").trim();
  if (said === "stream: OK") return "clean";
  return said.startsWith("stream: ") && said.endsWith(" FOUND") ? "infected" : null;
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
