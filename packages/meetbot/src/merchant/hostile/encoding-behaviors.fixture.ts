import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import { answers, type Behavior } from "./behavior.fixture.ts";
import type { Bytes } from "./hostile-connection.fixture.ts";
import { merchantWords, response, validBody } from "./valid-answer.fixture.ts";

const KIB = 1_024;
const typed = (type: string) =>
  Buffer.from(
    response(validBody)
      .toString("latin1")
      .replace("content-type: application/json", `content-type: ${type}`),
    "latin1",
  );
const coded = (coding: string, body: Bytes) =>
  response(body, { headers: [`content-encoding: ${coding}`] });
const gzip = gzipSync(validBody);
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const latin1 = (text: string) => Buffer.from(text, "latin1");
/** As long as a body may be, or longer: JSON may end in white space. */
const ofSize = (bytes: number) => validBody.padEnd(bytes, " ");
const withStatus = (bytes: string) => latin1(validBody.replace("shipped", bytes));

const codings: Behavior[] = [
  ...(
    [
      ["gzip", gzip],
      ["x-gzip", gzip],
      ["GZIP", gzip],
      ["deflate", deflateSync(validBody)],
      ["br", brotliCompressSync(validBody)],
      ["zstd", zstdCompressSync(validBody)],
      ["compress", validBody],
      ["identity, gzip", gzip],
      ["gzip, identity", gzip],
      ["gzip, gzip, gzip, gzip", gzip],
      ["aws-chunked", validBody],
      ["identity;q=1", validBody],
      [merchantWords, validBody],
      ["x".repeat(8_000), validBody],
    ] as const
  ).map(([coding, body]) =>
    answers(`encodes as ${coding.slice(0, 30)}`, "invalid_answer", coded(coding, body), {
      detail: /^Content-Encoding is [\w., -]{1,40}: answers must not be encoded$/,
    }),
  ),
  answers("says identity", "answered", coded("identity", validBody)),
  answers("says Identity", "answered", coded("Identity", validBody)),
  answers("says an empty encoding", "answered", coded("", validBody)),
  answers("calls gzip identity", "invalid_json", coded("identity", gzip)),
  answers("sends gzip without a word", "invalid_json", response(gzip)),
  answers("sends raw deflate without a word", "invalid_json", response(deflateRawSync(validBody))),
];

const types: Behavior[] = [
  "text/plain",
  "text/html",
  "image/png",
  "application/problem+json",
  "application/json; charset=utf-16",
  "multipart/form-data; boundary=x",
  "",
  "x".repeat(8_000),
].map((type) =>
  answers(`calls its JSON ${type.slice(0, 40) || "nothing"}`, "answered", typed(type)),
);

const sizes: Behavior[] = [
  answers("sends 256 KiB to the byte", "answered", response(ofSize(256 * KIB))),
  answers("sends one byte more than 256 KiB", "too_large", response(ofSize(256 * KIB + 1))),
  answers("sends an empty body", "invalid_json", response("")),
  answers("sends one space", "invalid_json", response(" ")),
  answers("sends 256 KiB of white space", "invalid_json", response(" ".repeat(256 * KIB))),
];

const characters: Behavior[] = [
  answers("sends Latin-1", "invalid_json", response(withStatus("exp\xe9di\xe9"))),
  answers("sends UTF-16", "invalid_json", response(utf16(validBody))),
  answers("sends UTF-16 with a mark", "invalid_json", response(utf16(`\ufeff${validBody}`))),
  answers(
    "sends UTF-16 the other way round",
    "invalid_json",
    response(utf16(`\ufeff${validBody}`).swap16()),
  ),
  answers(
    "sends UTF-32",
    "invalid_json",
    response(Buffer.concat([...validBody].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])))),
  ),
  answers("sends a byte order mark", "answered", response(`\ufeff${validBody}`)),
  answers("sends two byte order marks", "invalid_json", response(`\ufeff\ufeff${validBody}`)),
  answers("sends overlong UTF-8", "invalid_json", response(withStatus("\xc0\xaf"))),
  answers("sends a surrogate as UTF-8", "invalid_json", response(withStatus("\xed\xa0\x80"))),
  answers(
    "sends a code point beyond the last",
    "invalid_json",
    response(withStatus("\xf4\x90\x80\x80")),
  ),
  answers("cuts a character in two", "invalid_json", response(withStatus("\xe4\xb8"))),
  answers("sends 0xFF throughout", "invalid_json", response(Buffer.alloc(20 * KIB, 0xff))),
  answers("sends NUL bytes", "invalid_json", response(Buffer.alloc(20 * KIB))),
  answers("sends NUL behind its JSON", "invalid_json", response(`${validBody}\0`)),
];

/** Merchants whose body is encoded, of another type, size or alphabet. */
export const encodingBehaviors: Behavior[] = [...codings, ...types, ...sizes, ...characters];
