import { gzipSync } from "node:zlib";
import { type Act, type Behavior, does } from "./behavior.fixture.ts";
import type { Bytes } from "./hostile-connection.fixture.ts";
import { chunk, chunkedHead, head } from "./valid-answer.fixture.ts";

const KIB = 1_024;
const hundredMegabytes = 100_000_000;

/** Begins, and then repeats itself. */
function endless(first: Bytes, piece: Bytes): Act {
  return async (connection) => {
    await connection.query();
    connection.send(first);
    await connection.flood(piece);
  };
}

const ok = "HTTP/1.1 200 OK\r\n";
const spaces = " ".repeat(64 * KIB);
const early = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
const processing = "HTTP/1.1 102 Processing\r\n\r\n";
const goOn = "HTTP/1.1 100 Continue\r\n\r\n";
/** 50 MB of zeros in 50 kB. */
const bomb = gzipSync(Buffer.alloc(50_000_000));

/** Merchants that send more than anybody needs. */
export const endlessBehaviors: Behavior[] = [
  does("sends a body without end", "too_large", endless(head(null), spaces)),
  does("sends chunks without end", "too_large", endless(chunkedHead, chunk(spaces))),
  does("sends one chunk without end", "too_large", endless(`${chunkedHead}fffffff\r\n`, spaces)),
  does(
    "sends chunks of one byte without end",
    "too_large",
    endless(chunkedHead, chunk(" ").repeat(4_000)),
  ),
  does(
    "sends a chunk's extension without end",
    "too_large",
    endless(`${chunkedHead}1;`, "x".repeat(64 * KIB)),
  ),
  does(
    "sends trailers without end",
    "too_large",
    endless(`${chunkedHead}0\r\n`, "x-more: 1\r\n".repeat(2_000)),
  ),
  does("sends a status line without end", "too_large", endless("HTTP/1.1 200 ", "x".repeat(KIB))),
  does("sends a header's name without end", "too_large", endless(ok, "x".repeat(KIB))),
  does("sends a header's value without end", "too_large", endless(`${ok}x: `, "x".repeat(KIB))),
  does("sends headers without end", "too_large", endless(ok, "x-more: 1\r\n".repeat(100))),
  does("sends the shortest headers without end", "too_large", endless(ok, "x:\r\n".repeat(5_000))),
  does("sends cookies without end", "too_large", endless(ok, "set-cookie: a=b\r\n".repeat(100))),
  does("sends early hints without end", "too_large", endless("", early.repeat(100))),
  does("says that it is processing without end", "too_large", endless("", processing.repeat(100))),
  does("says to go on without end", "connection_failed", endless("", goOn)),
  does("sends empty lines without end", "too_large", endless("", "\r\n".repeat(4_000))),
  does("sends 100 MB and says so", "too_large", endless(head(hundredMegabytes), spaces)),
  does("says that it sends 100 MB, and sends nothing", "too_large", async (connection) => {
    await connection.query();
    connection.send(head(hundredMegabytes));
  }),
  does(
    "sends an error page without end",
    "http_status",
    endless(head(null, { status: 500 }), spaces),
  ),
  does(
    "redirects with a body without end",
    "redirect",
    endless(head(null, { status: 302 }), spaces),
  ),
  does(
    "sends a gzip bomb",
    "invalid_answer",
    endless(head(null, { headers: ["content-encoding: gzip"] }), bomb),
  ),
  does(
    "sends a gzip bomb with an error",
    "http_status",
    endless(head(null, { status: 500, headers: ["content-encoding: gzip"] }), bomb),
  ),
  does("sends a gzip bomb without a word", "too_large", endless(head(null), bomb)),
  does(
    "sends a gzip bomb as a transfer encoding",
    "too_large",
    endless(head(null, { headers: ["transfer-encoding: gzip"] }), bomb),
  ),
];
