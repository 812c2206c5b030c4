import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import pino from "pino";
import { takeSeat } from "../../test/fixtures/conversation.ts";
import { eventually } from "../../test/fixtures/eventually.ts";
import { follower } from "../../test/fixtures/guest.ts";
import { bot, openTestStore } from "../store/store.fixture.ts";
import { PortTakenError } from "./listener/open-listener.ts";
import { startServer } from "./start-server.ts";

async function startTestServer(t: TestContext, port = 0) {
  const { store } = await openTestStore(t);
  const server = await startServer({
    store,
    mailer: null,
    host: "127.0.0.1",
    port,
    hosts: null,
    ownOrigins: () => [],
    log: pino({ level: "silent" }),
  });
  return { server, store };
}

async function openStreams(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^meetbot_open_streams (\d+)$/m.exec(metrics)?.[1]);
}

test("a stream is forgotten when its reader goes, and a HEAD opens none", async (t) => {
  const { server } = await startTestServer(t);
  try {
    const seat = await takeSeat(server.url, bot.id);
    const guests = [await follower(seat), await follower(seat)];
    assert.equal(await openStreams(server.url), 2);
    const headers = { authorization: `Bearer ${seat.token}` };
    const head = await fetch(`${seat.base}/events`, { method: "HEAD", headers });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
    assert.equal(await openStreams(server.url), 2);
    for (const guest of guests) guest.leave();
    await eventually(5_000, async () => assert.equal(await openStreams(server.url), 0));
  } finally {
    await server.close();
  }
});

test("a stream does not keep a server from closing", async (t) => {
  const { server } = await startTestServer(t);
  const guest = await follower(await takeSeat(server.url, bot.id));
  await server.close();
  assert.equal(guest.heard.length, 1);
  await assert.rejects(fetch(`${server.url}/healthz`));
});

test("a port that is taken is an error of its own, and nothing is left running", async (t) => {
  const { server } = await startTestServer(t);
  const port = Number(new URL(server.url).port);
  // A worker left behind would go on asking its closed store, and the run would not end.
  await assert.rejects(startTestServer(t, port), (error) => {
    assert(error instanceof PortTakenError);
    assert.match(error.message, new RegExp(`Port ${port} .*--port`));
    return true;
  });
  await server.close();
});
