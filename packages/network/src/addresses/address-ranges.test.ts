import assert from "node:assert/strict";
import { BlockList } from "node:net";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isMetadata, isPublic } from "./address-ranges.ts";
import { parseAddress } from "./ip-address.ts";

/** First and last addresses of all IPv4 that is not public. */
const closedIpv4: [first: string, last: string][] = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["168.63.129.16", "168.63.129.16"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.31.196.0", "192.31.196.255"],
  ["192.52.193.0", "192.52.193.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["192.175.48.0", "192.175.48.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "255.255.255.255"],
];

/** The same of the IPv6 that is assigned to the public internet. */
const closedIpv6: [first: string, last: string][] = [
  ["2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ["2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"],
  ["2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ["2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff"],
  ["3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"],
];

const oracle = new BlockList();
for (const [first, last] of closedIpv4) oracle.addRange(first, last, "ipv4");
for (const [first, last] of closedIpv6) oracle.addRange(first, last, "ipv6");

function isOpen(text: string): boolean {
  const address = parseAddress(text);
  assert(address, text);
  return isPublic(address);
}

const toIpv4 = (value: number) =>
  [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join(".");
const toNumber = (text: string) =>
  text.split(".").reduce((value, part) => value * 256 + Number(part), 0);
const groups = (count: number) =>
  fc
    .array(fc.nat(0xffff), { minLength: count, maxLength: count })
    .map((values) => values.map((value) => value.toString(16)).join(":"));

describe("isPublic", () => {
  it("agrees with the list of ranges on all of IPv4", () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff).map(toIpv4), (address) => {
        assert.equal(isOpen(address), !oracle.check(address, "ipv4"), address);
      }),
      { numRuns: 20_000 },
    );
  });

  it("draws the line exactly at the first and the last address of each range", () => {
    for (const [first, last] of closedIpv4) {
      for (const value of [toNumber(first), toNumber(last)]) {
        for (const near of [value - 1, value, value + 1]) {
          if (near < 0 || near > 0xffff_ffff) continue;
          const address = toIpv4(near);
          assert.equal(isOpen(address), !oracle.check(address, "ipv4"), address);
        }
      }
    }
    for (const address of closedIpv6.flat()) assert.equal(isOpen(address), false, address);
  });

  it("judges a mapped address as the IPv4 address in it, in every spelling", () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), (value) => {
        const address = toIpv4(value);
        const expected = isOpen(address);
        const [high, low] = [(value >>> 16).toString(16), (value & 0xffff).toString(16)];
        for (const mapped of [
          `::ffff:${address}`,
          `::FFFF:${high}:${low}`,
          `0:0:0:0:0:ffff:${high}:${low}`,
        ]) {
          assert.equal(isOpen(mapped), expected, mapped);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("agrees with the list of ranges on what is assigned of IPv6", () => {
    const assigned = fc
      .tuple(fc.integer({ min: 0x2000, max: 0x3fff }), groups(7))
      .map(([first, rest]) => `${first.toString(16)}:${rest}`);
    const nearRanges = fc
      .tuple(
        fc.constantFrom("2001", "2001:db8", "2002", "2620:4f", "3fff", "2620", "2003"),
        groups(8),
      )
      .map(([start, rest]) => [...start.split(":"), ...rest.split(":")].slice(0, 8).join(":"));
    fc.assert(
      fc.property(fc.oneof(assigned, nearRanges), (address) => {
        assert.equal(isOpen(address), !oracle.check(address, "ipv6"), address);
      }),
      { numRuns: 5_000 },
    );
  });

  it("refuses all of IPv6 that is not assigned", () => {
    const unassigned = fc
      .tuple(
        fc.nat(0xffff).filter((first) => first < 0x2000 || first > 0x3fff),
        groups(7),
      )
      .filter(([first, rest]) => first !== 0 || !rest.startsWith("0:0:0:0:ffff:"))
      .map(([first, rest]) => `${first.toString(16)}:${rest}`);
    fc.assert(
      fc.property(unassigned, (address) => assert.equal(isOpen(address), false, address)),
      { numRuns: 5_000 },
    );
  });

  for (const [what, address] of [
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["compatible", "::8.8.8.8"],
    ["translated (SIIT)", "::ffff:0:8.8.8.8"],
    ["NAT64", "64:ff9b::8.8.8.8"],
    ["local NAT64", "64:ff9b:1::8.8.8.8"],
    ["6to4", "2002:808:808::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["ISATAP of a private address", "2606:4700::5efe:10.0.0.1"],
    ["ISATAP of a private address, marked as global", "2606:4700::200:5efe:192.168.0.1"],
    ["link-local", "fe80::1"],
    ["unique local", "fd00::1"],
    ["multicast", "ff02::1"],
  ]) {
    it(`refuses IPv6 that is ${what}`, () => assert.equal(isOpen(address!), false));
  }

  it("opens public servers' addresses, also ISATAP of a public one", () => {
    for (const address of ["1.1.1.1", "2606:4700:4700::1111", "2606:4700::5efe:8.8.8.8"]) {
      assert.equal(isOpen(address), true, address);
    }
  });
});

describe("isMetadata", () => {
  it("knows the metadata addresses of clouds, mapped ones too, and no neighbors", () => {
    const known = ["169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16"];
    for (const address of [
      ...known,
      "192.0.0.192",
      "fd00:ec2::254",
      "fd20:ce::254",
      "::ffff:169.254.169.254",
    ]) {
      assert.equal(isMetadata(parseAddress(address)!), true, address);
    }
    for (const address of ["168.63.129.15", "10.0.0.1", "100.100.100.201", "fd00::254"]) {
      assert.equal(isMetadata(parseAddress(address)!), false, address);
    }
  });
});
