import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { createNetworkOf } from "./client-network.ts";

const loopback = "127.0.0.0/24";

/** Starts a server that answers each request with the result of `tell`. */
async function startEcho(t: TestContext, tell: (c: Context) => unknown, host = "127.0.0.1") {
  const app = new Hono().all("/", async (c) => c.text(String(await tell(c))));
  const serverOptions = { maxHeaderSize: 2 ** 20 };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }).listen(0, host);
  t.after(() => void server.close());
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Asks with `X-Forwarded-For` in as many header lines as there are texts. */
async function ask(port: number, lines: string[] = [], host = "127.0.0.1"): Promise<string> {
  const headers = lines.length > 0 ? { "X-Forwarded-For": lines } : {};
  const sent = request({ host, port, headers, agent: false }).end();
  const [response] = await once(sent, "response");
  return text(response);
}

const noIPv6 =
  !Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address === "::1"),
  ) && "this machine has no IPv6";

test("without a proxy that is trusted, a customer's network is the peer's, whatever they send", async (t) => {
  for (const trusted of [[], ["10.0.0.1", "127.0.0.2", "192.168.0.0/16", "::1"]]) {
    const port = await startEcho(t, createNetworkOf(trusted));
    assert.equal(await ask(port), loopback);
    for (const forged of ["203.0.113.7", "127.0.0.1", "10.0.0.1, 203.0.113.7", "", "garbage"]) {
      assert.equal(await ask(port, [forged]), loopback, forged);
    }
    assert.equal(await ask(port, ["203.0.113.7", "10.0.0.1"]), loopback);
  }
});

test("behind trusted proxies it is that of the last address nobody trusted wrote", async (t) => {
  const port = await startEcho(
    t,
    createNetworkOf(["127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48"]),
  );
  const expected: [network: string, ...lines: string[]][] = [
    // One proxy.
    ["203.0.113.0/24", "203.0.113.7"],
    ["203.0.113.0/24", "  203.0.113.7\t"],
    ["203.0.113.0/24", "198.51.100.1, 203.0.113.7"],
    ["203.0.113.0/24", "10.0.0.1,garbage,203.0.113.7"],
    // Two and more.
    ["203.0.113.0/24", "203.0.113.7, 10.1.2.3"],
    ["203.0.113.0/24", "198.51.100.1, 203.0.113.7, 2001:db8:ffff::1, 10.1.2.3"],
    // Several lines are one list.
    ["203.0.113.0/24", "198.51.100.1", "203.0.113.7", "10.1.2.3"],
    ["203.0.113.0/24", "198.51.100.1, 203.0.113.7", "10.1.2.3, 10.1.2.4"],
    // Nobody but proxies: the leftmost asked.
    ["10.1.2.0/24", "10.1.2.3"],
    ["10.9.9.0/24", "10.9.9.9, 10.1.2.3"],
    // What is no address ends the walk at the proxy that wrote it.
    [loopback, ""],
    [loopback, "unknown"],
    [loopback, "203.0.113.7,"],
    [loopback, "203.0.113.7, 203.0.113"],
    [loopback, "203.0.113.7, 203.0.113.256"],
    [loopback, "203.0.113.7, 0203.0.113.7"],
    [loopback, "203.0.113.7, 203.0.113.7/24"],
    [loopback, "203.0.113.7, 203.0.113.7:"],
    [loopback, "203.0.113.7, 203.0.113.7:123456"],
    [loopback, "203.0.113.7, 203.0.113.7:80:80"],
    [loopback, "203.0.113.7, [2001:db8::1"],
    [loopback, "203.0.113.7, [2001:db8::1]:x"],
    [loopback, "203.0.113.7, [unknown]"],
    [loopback, "203.0.113.7, for=198.51.100.1"],
    [loopback, '203.0.113.7, "198.51.100.1"'],
    [loopback, "203.0.113.7, 198.51.100.1 10.0.0.1"],
    [loopback, "203.0.113.7, shop.example"],
    ["10.1.2.0/24", "203.0.113.7, unknown, 10.1.2.3"],
    ["10.1.2.0/24", "203.0.113.7,,10.1.2.3"],
    // Ports.
    ["203.0.113.0/24", "203.0.113.7:1234"],
    ["203.0.113.0/24", "203.0.113.7:1234, 10.1.2.3:80"],
    ["2001:db8::/64", "[2001:db8::1]:443"],
    ["2001:db8::/64", "[2001:db8::1]"],
    // IPv6 has one spelling for each network.
    ["2001:db8:1:2::/64", "2001:db8:1:2:3:4:5:6"],
    ["2001:db8:1:2::/64", "2001:0DB8:0001:0002::"],
    ["2001:db8:1:2::/64", "2001:db8:1:2::9.8.7.6"],
    ["2001:db8:0:1::/64", "2001:db8:0:1::1"],
    ["2001:db8:0:1::/64", "2001:db8::1:0:0:0:1"],
    ["2001:0:0:1::/64", "2001:0:0:1:0:0:0:1"],
    ["2001::/64", "2001::1"],
    ["0:0:0:1::/64", "::1:2:3:4:5"],
    ["0:2:3:4::/64", "::2:3:4:5:6:7:8"],
    ["1:2:3:4::/64", "1:2:3:4:5:6:7::"],
    ["::/64", "::1"],
    ["::/64", "::"],
    ["::/64", "::192.0.2.1"],
    ["fe80::/64", "fe80::1%eth0"],
    ["fe80::/64", "[fe80::1%eth0]:443"],
    ["abcd:ef01:2345:6789::/64", `ABCD:EF01:2345:6789:ABCD:EF01:255.255.255.255%${"z".repeat(99)}`],
    // IPv4 in IPv6 is IPv4.
    ["203.0.113.0/24", "::ffff:203.0.113.7"],
    ["203.0.113.0/24", "::FFFF:cb00:7107"],
    ["203.0.113.0/24", "0:0:0:0:0:ffff:203.0.113.7"],
    ["203.0.113.0/24", "203.0.113.7, ::ffff:10.1.2.3"],
    ["203.0.113.0/24", "203.0.113.7, [::ffff:10.1.2.3]:80"],
  ];
  for (const [network, ...lines] of expected) {
    assert.equal(await ask(port, lines), network, JSON.stringify(lines));
  }
});

test("a proxy may be named in any spelling of its address or network", async (t) => {
  const spellings = [
    "127.0.0.1",
    "127.0.0.1/32",
    "127.9.9.9/8",
    "::ffff:127.0.0.1",
    "::ffff:7f00:0/104",
  ];
  for (const spelling of spellings) {
    const port = await startEcho(t, createNetworkOf([spelling]));
    assert.equal(await ask(port, ["203.0.113.7"]), "203.0.113.0/24", spelling);
  }
});

test("a peer is the same in IPv4 and in IPv6, and one of IPv6 can be trusted", {
  skip: noIPv6,
}, async (t) => {
  const both = await startEcho(t, createNetworkOf([]), "::");
  assert.equal(await ask(both), loopback);
  assert.equal(await ask(both, [], "::1"), "::/64");
  const trusting = await startEcho(t, createNetworkOf(["127.0.0.1", "::1"]), "::");
  assert.equal(await ask(trusting, ["203.0.113.7"]), "203.0.113.0/24");
  assert.equal(await ask(trusting, ["203.0.113.7"], "::1"), "203.0.113.0/24");
});

test("`Forwarded` is not read", async (t) => {
  const port = await startEcho(t, createNetworkOf(["127.0.0.1"]));
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { forwarded: "for=203.0.113.7" },
  });
  assert.equal(await response.text(), loopback);
});

test("ten times as many entries take ten times as long", async (t) => {
  const networkOf = createNetworkOf(["127.0.0.1", "10.0.0.0/8"]);
  /** Processor time, the shortest of several tries: other programs do not count. */
  const microsecondsOf = (c: Context) => {
    const tries = Array.from({ length: 20 }, () => {
      const from = process.cpuUsage();
      networkOf(c);
      const { user, system } = process.cpuUsage(from);
      return user + system;
    });
    return Math.min(...tries);
  };
  const port = await startEcho(t, (c) => JSON.stringify([networkOf(c), microsecondsOf(c)]));
  const measure = async (entries: number, left: string, entry: string): Promise<number> => {
    const list = `${left}, ${Array(entries).fill(entry).join(", ")}`;
    const [network, microseconds] = JSON.parse(await ask(port, [list]));
    assert.equal(network, "203.0.113.0/24");
    return microseconds;
  };
  await measure(1_000, "203.0.113.7", "10.1.2.3");
  const few = await measure(1_000, "203.0.113.7", "10.1.2.3");
  const many = await measure(10_000, "203.0.113.7", "10.1.2.3");
  t.diagnostic(`1,000 entries: ${few} µs, 10,000 entries: ${many} µs`);
  // Halfway between ten times and the hundred times of a walk that begins anew at each entry.
  assert(many < 40 * Math.max(few, 1), `${few} µs became ${many} µs`);
});

/** Writes a whole request and resets the connection, while nobody listens. */
const hangUp = `
  const socket = require("node:net").connect(Number(process.argv[1]), "127.0.0.1", () => {
    socket.write("POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 2\\r\\n\\r\\nhi", () => socket.resetAndDestroy());
  });
`;

test("hanging up before the address is read is no way to come from nowhere", {
  skip: process.platform !== "linux" && "other systems drop the request with the connection",
}, async (t) => {
  const networks: (string | null)[] = [];
  const networkOf = createNetworkOf([]);
  const port = await startEcho(t, (c) => networks.push(networkOf(c)));
  // The connection waits in the kernel for as long as this process is held up.
  spawnSync(process.execPath, ["--eval", hangUp, String(port)]);
  await ask(port);
  assert.deepEqual(networks, ["0.0.0.0/24", loopback]);
});

test("without a socket there is no network", async () => {
  const app = new Hono().get("/", (c) => c.json(createNetworkOf(["0.0.0.0/0"])(c)));
  const response = await app.request("/", { headers: { "x-forwarded-for": "203.0.113.7" } });
  assert.equal(await response.json(), null);
});
