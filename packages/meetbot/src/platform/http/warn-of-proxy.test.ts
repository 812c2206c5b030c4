import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import pino from "pino";
import { warnOfProxy } from "./warn-of-proxy.ts";

const forwarded = { headers: { "x-forwarded-for": "203.0.113.7" } };

function createApp(trustedProxies: string[]) {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const app = new Hono();
  app.use(warnOfProxy(trustedProxies, log));
  app.get("/", (c) => c.text("served"));
  return { app, lines };
}

async function listen(t: TestContext, app: Hono): Promise<string> {
  const server = createAdaptorServer({ fetch: app.fetch }).listen(0, "127.0.0.1");
  t.after(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("a proxy nobody was told of is warned of once, without an address", async (t) => {
  const { app, lines } = createApp(["10.0.0.1"]);
  const url = await listen(t, app);
  for (let count = 0; count < 3; count++) {
    assert.equal(await (await fetch(url, forwarded)).text(), "served");
  }
  assert.equal(lines.length, 1);
  const { level, msg } = JSON.parse(lines[0] ?? "");
  assert.equal(level, pino.levels.values.warn);
  assert.match(msg, /all customers count as one network.*MEETBOT_TRUSTED_PROXIES/);
  assert.doesNotMatch(lines.join(), /127\.0\.0\.|203\.0\.113\./);
});

test("without a proxy, or with one that is trusted, nothing is warned of", async (t) => {
  const direct = createApp([]);
  await fetch(await listen(t, direct.app));
  const trusting = createApp(["127.0.0.0/8"]);
  await fetch(await listen(t, trusting.app), forwarded);
  assert.deepEqual([...direct.lines, ...trusting.lines], []);
});

test("only a proxy nearby is warned of: strangers may send what they like", async () => {
  const warnings = async (remoteAddress: string) => {
    const { app, lines } = createApp([]);
    const node = { incoming: { socket: { remoteAddress } } };
    assert.equal((await app.request("/", forwarded, node)).status, 200);
    return lines.length;
  };
  const near = ["127.0.0.1", "::1", "::ffff:10.0.0.9", "172.31.255.255", "192.168.1.1", "fd00::1"];
  for (const address of [...near, "100.64.0.1", "169.254.0.1", "fe80::1%eth0"]) {
    assert.equal(await warnings(address), 1, address);
  }
  for (const address of ["203.0.113.7", "172.32.0.1", "100.128.0.1", "2001:db8::1", "::2"]) {
    assert.equal(await warnings(address), 0, address);
  }
});
