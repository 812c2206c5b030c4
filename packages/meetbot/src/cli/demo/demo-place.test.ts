import assert from "node:assert/strict";
import type { NetworkInterfaceInfo } from "node:os";
import { test } from "node:test";
import { placeDemo, urlAt } from "./demo-place.ts";

const at = (address: string, family: "IPv4" | "IPv6", internal = false) =>
  ({ address, family, internal }) as NetworkInterfaceInfo;

const interfaces = {
  lo: [at("127.0.0.1", "IPv4", true), at("::1", "IPv6", true)],
  docker0: [at("172.17.0.1", "IPv4")],
  eth0: [at("fe80::1", "IPv6"), at("2001:db8::7", "IPv6"), at("192.0.2.7", "IPv4")],
};

test("a demo for this machine is localhost for people, and its address for programs", () => {
  for (const host of ["127.0.0.1", "localhost"]) {
    assert.partialDeepStrictEqual(placeDemo(host, { interfaces }), {
      linkHost: "localhost",
      names: ["127.0.0.1", "localhost", "[::1]"],
      isOpen: false,
    });
  }
  assert.equal(placeDemo("127.0.0.1", { forPrograms: true, interfaces }).linkHost, "127.0.0.1");
});

test("a demo for the network is called by an address that others reach, and answers to no other name than this machine's", () => {
  const open = placeDemo("0.0.0.0", { interfaces });
  assert.partialDeepStrictEqual(open, {
    nearHost: "127.0.0.1",
    linkHost: "192.0.2.7",
    isOpen: true,
  });
  assert(open.names.includes("[2001:db8::7]") && open.names.includes("192.0.2.7"));
  assert(!open.names.some((name) => /172\.17|fe80|0\.0\.0\.0/.test(name)));
  assert.equal(placeDemo("0.0.0.0", { interfaces: {} }).linkHost, "localhost");
  const one = placeDemo("192.0.2.7", { interfaces });
  assert.deepEqual([one.nearHost, one.linkHost], ["192.0.2.7", "192.0.2.7"]);
  assert.equal(urlAt("2001:db8::7", 4400), "http://[2001:db8::7]:4400");
});
