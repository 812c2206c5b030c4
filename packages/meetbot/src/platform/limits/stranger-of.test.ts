import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { Hono } from "hono";
import { createNetworkOf } from "../http/client-network.ts";
import { createStrangerOf } from "./stranger-of.ts";

/** In whose share a request counts that comes from an address, with these headers. */
async function strangerOf(
  remoteAddress: string,
  headers: Record<string, string> = {},
  { httpVersion = "1.1", trusted = [] as string[], publicUrl = null as string | null } = {},
): Promise<string | null> {
  const find = createStrangerOf(createNetworkOf(trusted), publicUrl);
  const app = new Hono().get("/", (c) => c.json(find(c)));
  const incoming = { socket: { remoteAddress }, httpVersion } as IncomingMessage;
  const request = new Request("http://localhost/", {
    headers: { host: "127.0.0.1:4400", ...headers },
  });
  const response = await app.request(request, undefined, { incoming });
  return (await response.json()) as string | null;
}

test("a program of this machine counts in no share", async () => {
  for (const host of ["127.0.0.1:4400", "localhost:4400", "localhost", "[::1]:4400"]) {
    assert.equal(await strangerOf("127.0.0.1", { host }), null, host);
    assert.equal(await strangerOf("::1", { host }), null);
    assert.equal(await strangerOf("::ffff:127.0.0.1", { host }), null);
  }
});

test("what a proxy of this machine asks for counts, whatever it tells of whom it asks for", async () => {
  const signs: Record<string, string>[] = [
    { "x-forwarded-for": "203.0.113.7" },
    { "x-forwarded-for": "" },
    { forwarded: "for=203.0.113.7" },
    { via: "1.1 caddy" },
    { "x-real-ip": "203.0.113.7" },
    { "x-forwarded-proto": "https" },
    { host: "chat.example.com" },
    { host: "127.0.0.1.example.com" },
  ];
  for (const headers of signs) {
    const found = await strangerOf("127.0.0.1", headers);
    assert.equal(found, "127.0.0.0/24", JSON.stringify(headers));
  }
  assert.equal(await strangerOf("127.0.0.1", {}, { httpVersion: "1.0" }), "127.0.0.0/24");
  const trusted = ["127.0.0.1"];
  const told = await strangerOf("127.0.0.1", { "x-forwarded-for": "203.0.113.7" }, { trusted });
  assert.equal(told, "203.0.113.0/24");
});

test("where the server has a public URL, nobody is taken for this machine: a TLS proxy in TCP mode shows no other sign", async () => {
  const publicUrl = "https://chat.example.com";
  const networks = { "127.0.0.1": "127.0.0.0/24", "::1": "::/48" };
  for (const [address, network] of Object.entries(networks)) {
    assert.equal(await strangerOf(address, { host: "localhost" }, { publicUrl }), network);
  }
});

test("everybody else counts in the share of their /24 or /48", async () => {
  assert.equal(await strangerOf("127.0.0.2"), "127.0.0.0/24");
  assert.equal(await strangerOf("192.0.2.7"), "192.0.2.0/24");
  const spelled: Record<string, string> = {
    "2001:db8:1:2::7": "2001:db8:1::/48",
    "2001:db8:1:ffff:1:2:3:4": "2001:db8:1::/48",
    "2001:db8::7": "2001:db8::/48",
    "2001:db8:0:1::7": "2001:db8::/48",
    "2001::7": "2001::/48",
    "2001:0:5:6::7": "2001:0:5::/48",
  };
  for (const [address, network] of Object.entries(spelled)) {
    assert.equal(await strangerOf(address), network, address);
  }
});
