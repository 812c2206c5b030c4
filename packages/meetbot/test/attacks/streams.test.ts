import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { post, readUntil, type Seat, takeSeat } from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import { follower } from "../fixtures/guest.ts";
import { openRaw, type RawConnection, rawRequest } from "../fixtures/raw-connection.ts";

// A stranger opens as many event streams as a node can hold, to shut everybody else out.

/** A node that anybody reaches: each address of 127.0.0.0/8 but the first is somebody else's. */
const startPublic = (t: Parameters<typeof startTestServer>[0]) => startTestServer(t);

function openStream(url: string, { token }: Seat, from = "127.0.0.1"): Promise<RawConnection> {
  const headers = { Authorization: `Bearer ${token}` };
  return openRaw(url, rawRequest(url, "GET", `/chat/${bot.id}/events`, headers), { from });
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(name))
      ?.split(" ")[1] ?? 0,
  );
}

test("a stranger with one token holds eight streams, however many they open, and hears of it in all", async (t) => {
  const { url } = await startPublic(t);
  const seat = await takeSeat(url, bot.id);
  const streams: RawConnection[] = [];
  for (let opened = 0; opened < 300; opened += 1) {
    const stream = await openStream(url, seat);
    await stream.hears(/^HTTP\/1\.1 200 /);
    streams.push(stream);
  }
  await eventually(5_000, async () => assert.equal(await metric(url, "meetbot_open_streams"), 8));
  // A stream that lost its place gets a long retry delay, so that tabs do not chase each other.
  for (const stream of streams.slice(0, -8)) {
    await stream.hears(/retry: 60000\n\n/);
    assert.match(stream.heard(), /\r\n0\r\n\r\n$/);
  }
  // The others go on.
  await post(seat, { text: "thanks" });
  for (const stream of streams.slice(-8)) await stream.hears(/"text":"thanks"/);
  for (const stream of streams) stream.leave();
  await eventually(5_000, async () => assert.equal(await metric(url, "meetbot_open_streams"), 0));
});

test("a stranger who opens streams all the time is told to wait, and others are not", async (t) => {
  // However long it takes: with time, there is room for more.
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const { url } = await startPublic(t);
  const [seat, other] = [await takeSeat(url, bot.id), await takeSeat(url, bot.id)];
  let refused = 0;
  for (let opened = 0; opened < 150; opened += 1) {
    const stream = await openStream(url, seat, "127.0.0.2");
    const answer = await stream.hears(/\r\n\r\n/);
    stream.leave();
    if (!/^HTTP\/1\.1 429 /.test(answer)) continue;
    refused += 1;
    assert.match(answer, /^retry-after: [1-9]\d?\r$/im);
  }
  assert(refused >= 25 && refused <= 30, `${refused} of 150`);
  assert((await follower(other)).heard.length > 0);
  assert((await readUntil(other, () => true)).length > 0);
});

test("many tokens of one network hold a quarter of a node's streams, and the rest is for others", async (t) => {
  const { url } = await startPublic(t);
  const seats = await Promise.all(Array.from({ length: 200 }, () => takeSeat(url, bot.id)));
  const streams: RawConnection[] = [];
  const answers: string[] = [];
  for (const seat of seats) {
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => openStream(url, seat, "127.0.0.3")),
    );
    for (const stream of opened) answers.push((await stream.hears(/\r\n\r\n/)).slice(9, 12));
    streams.push(...opened);
  }
  assert.equal(answers.filter((status) => status === "200").length, 1_250);
  assert.equal(answers.filter((status) => status === "429").length, 350);
  const refusals = 'meetbot_turned_away_total{because="network_streams"}';
  assert.equal(await metric(url, refusals), 350);
  assert.equal(await metric(url, "meetbot_open_streams"), 1_250);
  assert((await follower(await takeSeat(url, bot.id))).heard.length > 0);
  for (const stream of streams) stream.leave();
});
