import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseAllowList } from "./allow-list.ts";
import { parseAddress } from "./ip-address.ts";

const list = parseAllowList([
  "Shop.Internal",
  "订单.example:8443",
  "10.0.0.5:8080",
  "192.168.0.0/16",
  "::ffff:172.16.0.0/108",
  "fd00::/8",
  "[fe80::1]:80",
]);
const hasAddress = (text: string, port = 443) => list.hasAddress(parseAddress(text)!, port);
const hasExactAddress = (text: string, port = 443) =>
  list.hasExactAddress(parseAddress(text)!, port);

describe("parseAllowList", () => {
  it("opens a host on all ports, and a host with a port on that one", () => {
    assert.deepEqual(
      [list.hasName("shop.internal", 80), list.hasName("shop.internal", 1)],
      [true, true],
    );
    assert.equal(list.hasName("a.shop.internal", 80), false);
    const name = "xn--4kr132k.example";
    assert.deepEqual([list.hasName(name, 8443), list.hasName(name, 443)], [true, false]);
  });

  it("opens an address with a port on that one", () => {
    assert.deepEqual([hasAddress("10.0.0.5", 8080), hasAddress("10.0.0.5", 80)], [true, false]);
    assert.deepEqual([hasAddress("fe80::1", 80), hasAddress("fe80::1", 81)], [true, false]);
    assert.equal(hasAddress("10.0.0.6", 8080), false);
  });

  it("opens the addresses of a network, mapped ones too", () => {
    for (const address of ["192.168.255.255", "::ffff:192.168.0.1", "172.31.0.1", "fdff::1"]) {
      assert.equal(hasAddress(address), true, address);
    }
    for (const address of ["192.169.0.0", "172.32.0.0", "fe00::1", "::192.168.0.1"]) {
      assert.equal(hasAddress(address), false, address);
    }
  });

  it("knows an address that is listed itself from one of a listed network", () => {
    assert.equal(hasExactAddress("10.0.0.5", 8080), true);
    assert.equal(hasExactAddress("192.168.0.1"), false);
    assert.equal(
      parseAllowList(["10.0.0.1/32"]).hasExactAddress(parseAddress("10.0.0.1")!, 1),
      true,
    );
  });

  it("opens nothing when nothing is listed", () => {
    const empty = parseAllowList([]);
    assert.equal(empty.hasName("", 80) || empty.hasAddress(parseAddress("127.0.0.1")!, 80), false);
  });
});
