import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Hono } from "hono";
import { openRaw, rawRequest } from "../../../test/fixtures/raw-connection.ts";
import { limitBody } from "./limit-body.ts";
import { openListener } from "./open-listener.ts";

/** A server with one route, which nobody thought of when limits were written down. */
async function startForgotten(t: TestContext) {
  const door = await openListener({ host: "127.0.0.1", port: 0 });
  t.after(door.close);
  const read: string[] = [];
  const app = new Hono();
  app.use(limitBody);
  app.all("*", async (c) => {
    read.push(await c.req.text());
    return c.text("read");
  });
  door.open(app);
  return { url: `http://127.0.0.1:${door.port}`, read };
}

const bodies: [headers: Record<string, string>, body: string][] = [
  [{ "Content-Length": "1" }, "x"],
  [{ "Transfer-Encoding": "chunked" }, "1\r\nx\r\n0\r\n\r\n"],
];

test("a route that stands in no line takes no body, with any method and any spelling", async (t) => {
  const { url, read } = await startForgotten(t);
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "QUERY", "OPTIONS"]) {
    for (const path of ["/forgotten", "/chat", "/%2fchat/bot_1", "/api/auth", "//chat/x"]) {
      for (const [headers, body] of bodies) {
        const raw = await openRaw(url, rawRequest(url, method, path, headers, body));
        assert.match(await raw.hears(/body_too_large/), /^HTTP\/1\.1 413 /, `${method} ${path}`);
        await raw.ended;
        raw.leave();
      }
    }
  }
  assert.deepEqual(read, []);
});

test("methods that send nothing take no body where others may send one", async (t) => {
  const { url, read } = await startForgotten(t);
  for (const [headers, body] of bodies) {
    const raw = await openRaw(url, rawRequest(url, "GET", "/chat/bot_1/events", headers, body));
    assert.match(await raw.hears(/takes no body here/), /^HTTP\/1\.1 413 /);
    raw.leave();
  }
  assert.deepEqual(read, []);
});

test("who sends more than is read gets their answer, though they go on sending", async (t) => {
  const { url } = await startForgotten(t);
  const headers = { "Content-Length": 300_000_000 };
  const raw = await openRaw(url, rawRequest(url, "POST", "/forgotten", headers));
  raw.socket.write(Buffer.alloc(2_000_000));
  assert.match(await raw.hears(/body_too_large/), /^HTTP\/1\.1 413 .*connection: close\r\n/is);
  await raw.ended;
  raw.leave();
});

test("no body, said or unsaid, is none", async (t) => {
  const { url, read } = await startForgotten(t);
  for (const headers of [{}, { "Content-Length": "0" }]) {
    const raw = await openRaw(url, rawRequest(url, "POST", "/forgotten", headers));
    assert.match(await raw.hears(/read$/), /connection: keep-alive/i);
    raw.leave();
  }
  assert.deepEqual(read, ["", ""]);
});
