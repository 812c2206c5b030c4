import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Hono } from "hono";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { openRaw, rawRequest } from "../../../test/fixtures/raw-connection.ts";
import { createFairShares } from "../../platform/limits/fair-shares.ts";
import { openListener } from "./open-listener.ts";
import { createTakeBody } from "./take-body.ts";

/** A server that has room for so many bytes of bodies; the network is what the request says. */
async function startReader(t: TestContext, { max = 10_000, maxOfOne = 5_000 } = {}) {
  const door = await openListener({ host: "127.0.0.1", port: 0 });
  t.after(door.close);
  const shares = createFairShares({ max, maxOfOne });
  const turnedAway: string[] = [];
  const takeBody = createTakeBody(
    {
      strangerOf: (c) => c.req.header("x-network") ?? null,
      onTurnedAway: (because) => turnedAway.push(because),
    },
    shares,
  );
  const app = new Hono();
  app.post("/chat/*", takeBody, async (c) => c.text(`took ${(await c.req.text()).length}`));
  door.open(app);
  const url = `http://127.0.0.1:${door.port}`;
  const begin = async (network: string, bytes: number, length = bytes + 1) => {
    const headers = { "X-Network": network, "Content-Length": length };
    return openRaw(url, rawRequest(url, "POST", "/chat/x", headers, "x".repeat(bytes)));
  };
  /** Once so many bytes were taken in. */
  const holds = (bytes: number) =>
    eventually(5_000, async () => assert.equal(shares.size(), bytes));
  return { url, shares, begin, holds, turnedAway };
}

/** What a body of one piece counts as. */
const inOne = (bytes: number) => bytes + 256;

test("a body is taken in whole, and the connection goes on", async (t) => {
  const { url, begin, shares } = await startReader(t);
  const raw = await begin("a", 10);
  raw.socket.write("y");
  assert.match(await raw.hears(/took 11$/), /connection: keep-alive/i);
  raw.socket.write(rawRequest(url, "POST", "/chat/x", { "Transfer-Encoding": "chunked" }));
  raw.socket.write("3\r\nabc\r\n0\r\n\r\n");
  await raw.hears(/took 3$/);
  assert.equal(shares.size(), 0);
  raw.leave();
});

test("what is too long is not taken in, also where nobody says how long it is", async (t) => {
  const { url, shares } = await startReader(t, { max: 1_000_000, maxOfOne: 1_000_000 });
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  const raw = await openRaw(
    url,
    rawRequest(url, "POST", "/chat/x", { "Transfer-Encoding": "chunked" }, `${chunk}1\r\nx\r\n`),
  );
  assert.match(await raw.hears(/65536 bytes at most/), /^HTTP\/1\.1 413 /);
  await raw.ended;
  assert.equal(shares.size(), 0);
  raw.leave();
});

test("a network whose bodies do not end makes room for its own, and others lose nothing", async (t) => {
  const { begin, holds, turnedAway } = await startReader(t);
  const other = await begin("b", 1_000);
  await holds(inOne(1_000));
  const first = await begin("a", 2_000);
  await holds(inOne(1_000) + inOne(2_000));
  const second = await begin("a", 2_000);
  await holds(inOne(1_000) + 2 * inOne(2_000));
  const third = await begin("a", 2_000);
  assert.match(await first.hears(/"code":"busy"/), /^HTTP\/1\.1 503 .*retry-after: \d/is);
  await first.ended;
  for (const one of [other, second, third]) {
    one.socket.write("y");
    await one.hears(/took \d001$/);
    one.leave();
  }
  assert.deepEqual(turnedAway, ["bodies"]);
});

test("pieces of a byte count as what they take", async (t) => {
  const { url, begin, turnedAway } = await startReader(t);
  const drips = "1\r\nx\r\n".repeat(100);
  const raw = await openRaw(
    url,
    rawRequest(url, "POST", "/chat/x", { "X-Network": "a", "Transfer-Encoding": "chunked" }, drips),
  );
  await raw.hears(/"code":"busy"/);
  assert.deepEqual(turnedAway, ["bodies"]);
  const honest = await begin("a", 3_000, 3_000);
  await honest.hears(/took 3000$/);
  for (const one of [raw, honest]) one.leave();
});

test("a body that is cut off leaves its room", async (t) => {
  const { begin, holds } = await startReader(t);
  const raw = await begin("a", 2_000);
  await holds(inOne(2_000));
  raw.socket.resetAndDestroy();
  await holds(0);
});
