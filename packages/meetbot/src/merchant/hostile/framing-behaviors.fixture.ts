import { answers, type Behavior, does, hangsUp } from "./behavior.fixture.ts";
import {
  chunk,
  chunkedHead,
  head,
  lastChunk,
  response,
  validBody,
} from "./valid-answer.fixture.ts";

const length = validBody.length;
const whole = response(validBody).toString("latin1");
const withHeader = (line: string) => response(validBody, { headers: [line] });
const withLength = (value: string) => head(value) + validBody;
const chunked = (...parts: string[]) => chunkedHead + parts.join("");
const inChunks = chunk(validBody) + lastChunk;
const bothHead = head(length, { headers: ["transfer-encoding: chunked"] });
const encodedHead = (coding: string) => head(null, { headers: [`transfer-encoding: ${coding}`] });

const lengths: Behavior[] = [
  hangsUp(
    "hangs up before the length it announced",
    "connection_failed",
    withLength(`${length + 9}`),
  ),
  answers("announces more than it sends", "timeout", withLength(`${length + 9}`)),
  answers("announces less than it sends", "invalid_json", withLength(`${length - 9}`)),
  answers("adds a line behind its answer", "answered", `${whole}\r\n`),
  answers("adds junk behind its answer", "answered", `${whole}junk`),
  answers("announces no bytes and sends some", "invalid_json", withLength("0")),
  answers(
    "announces the same length twice",
    "connection_failed",
    head(length, { headers: [`content-length: ${length}`] }) + validBody,
  ),
  answers(
    "announces two lengths",
    "connection_failed",
    head(length, { headers: ["content-length: 2"] }) + validBody,
  ),
  answers(
    "announces two lengths in one line",
    "connection_failed",
    withLength(`${length}, ${length}`),
  ),
  answers("announces a negative length", "connection_failed", withLength("-1")),
  answers("announces a length with a sign", "connection_failed", withLength(`+${length}`)),
  answers(
    "announces a hexadecimal length",
    "connection_failed",
    withLength(`0x${length.toString(16)}`),
  ),
  answers("announces a length with an exponent", "connection_failed", withLength("1e3")),
  answers("announces a length in words", "connection_failed", withLength("many")),
  answers("announces an empty length", "connection_failed", withLength("")),
  answers("announces a length of 30 digits", "connection_failed", withLength("9".repeat(30))),
  answers("announces a length with zeros before it", "answered", withLength(`000${length}`)),
  answers("announces both a length and chunks", "connection_failed", bothHead + inChunks),
];

const chunks: Behavior[] = [
  answers("sends its answer in chunks", "answered", chunked(inChunks)),
  answers(
    "sends its answer byte by byte in chunks",
    "answered",
    chunked([...validBody].map(chunk).join(""), lastChunk),
  ),
  answers("writes a chunk's size in words", "connection_failed", chunked("many\r\n")),
  answers("writes a negative chunk size", "connection_failed", chunked("-1\r\n")),
  answers(
    "writes a chunk's size with 0x",
    "connection_failed",
    chunked(`0x${length.toString(16)}\r\n`),
  ),
  answers(
    "writes a chunk's size that no number holds",
    "connection_failed",
    chunked(`${"f".repeat(17)}\r\n`),
  ),
  answers(
    "writes a chunk's size of the largest number",
    "timeout",
    chunked(`${"f".repeat(13)}\r\n`),
  ),
  answers("writes an empty chunk size", "connection_failed", chunked("\r\n")),
  answers(
    "sends more than the chunk's size",
    "connection_failed",
    chunked(`2\r\n${validBody}\r\n`),
  ),
  answers(
    "sends less than the chunk's size",
    "timeout",
    chunked(`${(length + 9).toString(16)}\r\n${validBody}\r\n`),
  ),
  answers(
    "ends a chunk without a line",
    "connection_failed",
    chunked(`${length.toString(16)}\r\n${validBody}${lastChunk}`),
  ),
  answers(
    "ends chunks' lines with a line feed alone",
    "connection_failed",
    chunked(`${length.toString(16)}\n${validBody}\n0\n\n`),
  ),
  answers("says nothing of its chunks", "timeout", head(null) + inChunks),
  hangsUp("says nothing of its chunks and hangs up", "invalid_json", head(null) + inChunks),
  answers("announces chunks and sends none", "connection_failed", chunked(validBody)),
  answers("announces chunks twice", "answered", encodedHead("chunked, chunked") + inChunks),
  answers("announces xchunked", "timeout", encodedHead("xchunked") + validBody),
  answers(
    "announces chunks before another encoding",
    "timeout",
    encodedHead("chunked, identity") + inChunks,
  ),
  answers(
    "hides a length in its trailers",
    "connection_failed",
    chunked(chunk(validBody), "0\r\ncontent-length: 2\r\n\r\n"),
  ),
  answers(
    "hides a status in its trailers",
    "connection_failed",
    chunked(chunk(validBody), "0\r\nHTTP/1.1 500 No\r\n\r\n"),
  ),
];

const heads: Behavior[] = [
  hangsUp("answers as HTTP/1.0", "answered", `HTTP/1.0 200 OK\r\n\r\n${validBody}`),
  hangsUp("answers as HTTP/0.9, without a head", "connection_failed", validBody),
  answers("answers as HTTP/2.0", "answered", whole.replace("HTTP/1.1", "HTTP/2.0")),
  answers("answers as HTTP/9.9", "connection_failed", whole.replace("HTTP/1.1", "HTTP/9.9")),
  answers("answers as http/1.1", "connection_failed", whole.replace("HTTP/1.1", "http/1.1")),
  answers("answers as HTTP/1.10", "connection_failed", whole.replace("HTTP/1.1", "HTTP/1.10")),
  answers("answers as ICY", "connection_failed", whole.replace("HTTP/1.1", "ICY")),
  answers("leaves the reason out", "answered", whole.replace("200 Whatever", "200")),
  answers("writes a status of two digits", "connection_failed", whole.replace("200", "20")),
  answers("writes a status of four digits", "connection_failed", whole.replace("200", "2000")),
  answers("writes a status in letters", "connection_failed", whole.replace("200", "abc")),
  answers("writes a negative status", "connection_failed", whole.replace("200", "-200")),
  answers("writes status 000", "connection_failed", whole.replace("200", "000")),
  answers("ends lines with a line feed alone", "connection_failed", whole.replaceAll("\r\n", "\n")),
  answers(
    "ends lines with a carriage return alone",
    "connection_failed",
    whole.replaceAll("\r\n", "\r"),
  ),
  answers("begins with empty lines", "answered", `\r\n\r\n${whole}`),
  answers("begins with a space", "connection_failed", ` ${whole}`),
  answers("begins with a byte order mark", "connection_failed", `\xef\xbb\xbf${whole}`),
  answers("folds a header", "connection_failed", withHeader("x-long: a\r\n b")),
  answers("writes a header without a colon", "connection_failed", withHeader("nonsense")),
  answers("writes a header without a name", "connection_failed", withHeader(": value")),
  answers("writes a header's name with a space", "connection_failed", withHeader("x y: z")),
  answers("writes a space before a header's colon", "connection_failed", withHeader("x-y : z")),
  answers("writes NUL into a header", "connection_failed", withHeader("x-y: a\0b")),
  answers("writes a carriage return into a header", "connection_failed", withHeader("x-y: a\rb")),
  answers("writes a bell into a header", "connection_failed", withHeader("x-y: a\x07b")),
  answers("writes UTF-8 into a header", "answered", withHeader("x-y: 订单")),
  answers(
    "writes a header called __proto__, twice",
    "answered",
    withHeader("__proto__: a\r\n__proto__: b"),
  ),
  answers("writes a header called constructor", "answered", withHeader("constructor: a")),
  answers(
    "writes 200 headers",
    "answered",
    withHeader(Array.from({ length: 200 }, (_, i) => `h-${i}: x`).join("\r\n")),
  ),
  answers("writes a header of 15 KiB", "answered", withHeader(`x-y: ${"z".repeat(15 * 1_024)}`)),
  answers("writes a header of 17 KiB", "too_large", withHeader(`x-y: ${"z".repeat(17 * 1_024)}`)),
  answers(
    "closes and keeps the connection",
    "answered",
    withHeader("connection: close, keep-alive"),
  ),
  answers(
    "keeps the connection for ever",
    "answered",
    withHeader("keep-alive: timeout=999999999999, max=-1"),
  ),
  answers(
    "keeps the connection for a negative time",
    "answered",
    withHeader("keep-alive: timeout=-1"),
  ),
  answers(
    "upgrades to HTTP/2",
    "connection_failed",
    `HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n`,
  ),
  answers("upgrades in a 200", "answered", withHeader("connection: upgrade\r\nupgrade: websocket")),
  answers(
    "sends early hints first",
    "answered",
    `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${whole}`,
  ),
  answers("says to go on first", "connection_failed", `HTTP/1.1 100 Continue\r\n\r\n${whole}`),
  answers("answers twice", "answered", whole + whole),
  does("answers before it is asked", "answered", async (connection) => {
    connection.send(whole);
  }),
  does("answers before it has read the query", "answered", async (connection) => {
    connection.socket.once("readable", () => connection.send(whole));
  }),
];

const otherProtocols: Behavior[] = (
  [
    ["a query back", "POST /webhook HTTP/1.1\r\nhost: meetbot\r\n\r\n"],
    ["an SSH banner", "SSH-2.0-OpenSSH_9.9\r\n"],
    ["an SMTP greeting", "220 mail.shop.example ESMTP\r\n"],
    ["HTTP/2 settings", "\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x64"],
    ["an HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["a TLS alert", "\x15\x03\x01\0\x02\x02\x46"],
    ["a TLS hello", "\x16\x03\x03\0\x7a\x02\0\0\x76\x03\x03"],
    ["a MySQL greeting", "\x4a\0\0\0\x0a8.0.41\0"],
    ["a WebSocket frame", "\x81\x05hello"],
    ["NUL bytes", "\0".repeat(64)],
    ["every byte there is", Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join("")],
    ["a JSON text and nothing else", validBody],
  ] as const
).map(([what, bytes]) => answers(`sends ${what}`, "connection_failed", bytes));

/** Merchants whose HTTP is none, or another's. */
export const framingBehaviors = [...lengths, ...chunks, ...heads, ...otherProtocols];
