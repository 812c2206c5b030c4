import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { describe, it, type TestContext } from "node:test";
import { deliver } from "../../../meetbot/src/merchant/deliver.ts";
import {
  agent,
  startRawMerchant,
} from "../../../meetbot/src/merchant/scripted-merchant.fixture.ts";

const KIB = 1_024;
const ok = "HTTP/1.1 200 OK\r\n";
const early = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n";
const longEarly = early.replace("link", `a: ${"x".repeat(9 * KIB)}\r\nlink`);
const chunked = `${ok}transfer-encoding: chunked\r\n\r\n`;
const headers = (count: number) => Array.from({ length: count }, (_, i) => `h${i}: x\r\n`).join("");
const withLength = (head: string, body: string) =>
  `${head}content-length: ${body.length}\r\n\r\n${body}`;
const inChunks = (size: number, count: number) =>
  `${size.toString(16)}\r\n${" ".repeat(size)}\r\n`.repeat(count);

const inLines = `ffff\r\n${"\n".repeat(0xffff)}\r\n`.repeat(3);

/** Returns the outcome of a query when the server sends this and then nothing else. */
async function outcomeOf(t: TestContext, send: (socket: Socket) => void): Promise<string> {
  const endpoint = await startRawMerchant(t, send);
  const envelope = { id: "test_1", body: "{}" };
  const { outcome } = await deliver(envelope, endpoint, { agent, deadlineMs: 8_000 });
  return outcome.kind === "failed" ? `${outcome.reason}: ${outcome.detail}` : outcome.text.trim();
}

describe("limitResponses", () => {
  for (const [what, bytes] of [
    ["250 headers", withLength(`${ok}${headers(250)}`, "{}")],
    ["a head of 15 KiB", withLength(`${ok}a: ${"x".repeat(15 * KIB)}\r\n`, "{}")],
    ["60 informational heads", early.repeat(60) + withLength(ok, "{}")],
    ["an empty line before the head", `\r\n${withLength(ok, "{}")}`],
    ["a body in 4,000 chunks", `${chunked}${inChunks(1, 4_000)}2\r\n{}\r\n0\r\n\r\n`],
    ["a body of 200,000 lines", withLength(ok, `{}${"\n".repeat(200_000)}`)],
    ["lines in chunks", `${chunked}${inLines}2\r\n{}\r\n0\r\n\r\n`],
    ["60 trailers", `${chunked}2\r\n{}\r\n0\r\n${headers(60)}\r\n`],
    [
      "a body of 256 KiB in chunks of 64 bytes",
      `${chunked}${inChunks(64, 4_000)}2\r\n{}\r\n0\r\n\r\n`,
    ],
  ] as const) {
    it(`lets ${what} through`, async (t) => {
      assert.equal(await outcomeOf(t, (socket) => socket.write(bytes)), "{}");
    });
  }

  for (const [what, bytes, detail] of [
    ["257 headers", `${ok}${headers(257)}`, /256 headers/],
    [
      "headers that are over 16 KiB together",
      `${ok}${headers(200)}a: ${"x".repeat(15 * KIB)}`,
      /16 KiB/,
    ],
    ["a status line without end", `HTTP/1.1 200 ${"x".repeat(17 * KIB)}`, /16 KiB/],
    ["informational heads without end", early.repeat(200), /256 headers/],
    ["long informational heads", longEarly.repeat(2), /16 KiB/],
    ["headers without end behind an informational head", `${early}${ok}${headers(257)}`, /256/],
    ["headers without end behind empty lines", `\r\n\r\n${ok}${headers(257)}`, /256/],
    ["a body in 5,000 chunks", `${chunked}${inChunks(1, 5_000)}`, /4,096 chunks/],
    ["chunks in lines without end", `${chunked}1;${"x\n".repeat(9_000)}`, /trailers/],
    ["70 trailers", `${chunked}2\r\n{}\r\n0\r\n${headers(70)}`, /64 trailers/],
    ["a chunk with an extension without end", `${chunked}1;${"x".repeat(340 * KIB)}`, /256 KiB/],
  ] as const) {
    it(`hangs up on ${what}`, async (t) => {
      const outcome = await outcomeOf(t, (socket) => socket.write(bytes));
      assert.match(outcome, /^too_large: /);
      assert.match(outcome, detail);
    });
  }

  it("counts a head that comes byte by byte", async (t) => {
    const outcome = await outcomeOf(t, async (socket) => {
      for (const byte of `${ok}${headers(257)}`) {
        await new Promise((resolve) => socket.write(byte, resolve));
      }
    });
    assert.match(outcome, /^too_large: /);
  });

  it("begins anew with each query on a kept connection", async (t) => {
    const body = " ".repeat(200 * KIB);
    const sockets = new Set<Socket>();
    const endpoint = await startRawMerchant(t, (socket) => {
      sockets.add(socket);
      socket.write(withLength(`${ok}${headers(200)}`, body));
    });
    for (let query = 0; query < 5; query += 1) {
      const { outcome } = await deliver({ id: "test_1", body: "{}" }, endpoint, { agent });
      assert.deepEqual(outcome, { kind: "received", text: body });
    }
    assert(sockets.size < 5, `${sockets.size} connections`);
  });
});
