import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { post, takeSeat } from "../../test/fixtures/conversation.ts";
import { eventually } from "../../test/fixtures/eventually.ts";
import { bot } from "../store/store.fixture.ts";
import { startTestServer } from "./server.fixture.ts";

const soonMs = 15_000;

test("a node whose clock is an hour ahead signs by the database's time, and says that it is off", async (t) => {
  const trueS = () => (performance.timeOrigin + performance.now()) / 1_000;
  t.mock.timers.enable({ apis: ["Date"], now: (trueS() + 3_600) * 1_000 });
  const shop = createServer((_, response) => response.writeHead(500).end()).listen(0, "127.0.0.1");
  await once(shop, "listening");
  t.after(() => shop.close());
  const endpoint = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
  const asked = once(shop, "request") as Promise<[IncomingMessage]>;
  const { url, logged } = await startTestServer(
    t,
    { outboundAllow: () => parseAllowList(["127.0.0.1"]) },
    ({ store }) => store.bots.change(bot.id, { endpoint }),
  );

  const seat = await takeSeat(url, bot.id);
  assert.equal((await post(seat, { text: "show order MBWXS75S9878" })).status, 202);
  const [{ headers }] = await asked;
  const signedS = Number(headers["webhook-timestamp"]);
  // What a shop tolerates is five minutes.
  assert(Math.abs(signedS - trueS()) < 120, `${signedS}`);

  const ready = (await (await fetch(`${url}/readyz`)).json()) as { clock_ahead_s: number };
  assert(Math.abs(ready.clock_ahead_s - 3_600) < 120, JSON.stringify(ready));
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /^meetbot_clock_ahead_seconds 3[56]\d\d/m);
  assert.match(metrics, /^meetbot_hints_heard 1$/m);
  await eventually(soonMs, async () => {
    assert(logged.some((line) => /"aheadS":3[56]\d\d.*time server/.test(line)));
  });
});
