import { type Behavior, does, hangsUp } from "./behavior.fixture.ts";
import type { Bytes } from "./hostile-connection.fixture.ts";
import { chunk, chunkedHead, head, response, validBody } from "./valid-answer.fixture.ts";

const half = validBody.slice(0, validBody.length / 2);
const whole = response(validBody);

/** How far an answer can come before nothing follows. */
const points: [where: string, bytes: Bytes][] = [
  ["before a word", ""],
  ["in the status line", "HTTP/1.1 2"],
  ["after the status line", "HTTP/1.1 200 OK\r\n"],
  ["in a header's name", "HTTP/1.1 200 OK\r\ncontent-le"],
  ["in a header's value", "HTTP/1.1 200 OK\r\ncontent-length: 1"],
  ["before the empty line", "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n"],
  ["after the head", head(validBody.length)],
  ["in the body", head(validBody.length) + half],
  ["one byte before the end", whole.subarray(0, -1)],
  ["in a chunk's size", `${chunkedHead}1`],
  ["in a chunk", `${chunkedHead}${validBody.length.toString(16)}\r\n${half}`],
  ["between two chunks", chunkedHead + chunk(half)],
  ["before the last chunk", chunkedHead + chunk(validBody)],
  ["in the trailers", `${chunkedHead}${chunk(validBody)}0\r\nx-more: 1`],
  ["after an informational head", "HTTP/1.1 103 Early Hints\r\n\r\n"],
];

const stopping = points.map(([where, bytes]) =>
  does(`falls silent ${where}`, "timeout", async (connection) => {
    await connection.query();
    connection.send(bytes);
  }),
);

const hangingUp = points.map(([where, bytes]) =>
  hangsUp(`hangs up ${where}`, "connection_failed", bytes),
);

const resetting = points.map(([where, bytes]) =>
  does(`resets the connection ${where}`, "connection_failed", async (connection) => {
    await connection.query();
    if (bytes.length > 0) await new Promise((resolve) => connection.socket.write(bytes, resolve));
    connection.reset();
  }),
);

const slow: Behavior[] = [
  does("accepts and reads nothing", "timeout", () => {}),
  does("hangs up as soon as it is reached", "connection_failed", (connection) => connection.end()),
  does("resets as soon as it is reached", "connection_failed", (connection) => connection.reset()),
  does("drips its head", "timeout", async (connection) => {
    await connection.query();
    await connection.drip(whole, 50);
  }),
  does("drips empty lines before its head", "timeout", async (connection) => {
    await connection.query();
    await connection.drip("\r\n".repeat(1_000), 10);
  }),
  does("drips its body", "timeout", async (connection) => {
    await connection.query();
    connection.send(head(validBody.length));
    await connection.drip(validBody, 50);
  }),
  does("drips its body in chunks", "timeout", async (connection) => {
    await connection.query();
    connection.send(chunkedHead);
    await connection.drip(chunk(" ").repeat(1_000), 2);
  }),
  does(
    "drips the body of a 500",
    "http_status",
    async (connection) => {
      await connection.query();
      connection.send(head(1_000, { status: 500 }));
      await connection.drip(" ".repeat(1_000), 10);
    },
    { endsAtDeadline: true },
  ),
  does("drips its trailers", "timeout", async (connection) => {
    await connection.query();
    connection.send(`${chunkedHead}${chunk(validBody)}0\r\n`);
    await connection.drip("x-more: 1\r\n".repeat(1_000), 10);
  }),
  does("drips its answer and is done in time", "answered", async (connection) => {
    for (;;) {
      await connection.query();
      await connection.drip(whole, 0);
    }
  }),
  does("never says where a body without length ends", "timeout", async (connection) => {
    await connection.query();
    connection.send(head(null) + validBody);
  }),
  hangsUp("ends a body without length by hanging up", "answered", head(null) + validBody),
];

/** Merchants that say nothing, not all of it, or nothing in time. */
export const silentBehaviors = [...stopping, ...hangingUp, ...resetting, ...slow];
