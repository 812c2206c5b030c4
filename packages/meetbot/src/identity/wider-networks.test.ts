import assert from "node:assert/strict";
import { test } from "node:test";
import { widerNetworks } from "./wider-networks.ts";

test("a /64 lies in a /56 and in a /48, however it is written", () => {
  const of = (network: string) => Object.values(widerNetworks(network) ?? {});
  assert.deepEqual(of("2001:db8:1:a2ff::/64"), ["2001:db8:1:a200::/56", "2001:db8:1::/48"]);
  assert.deepEqual(of("2001:db8:1:ff::/64"), ["2001:db8:1:0::/56", "2001:db8:1::/48"]);
  assert.deepEqual(of("2001:db8::/64"), ["2001:db8:0:0::/56", "2001:db8:0::/48"]);
  assert.deepEqual(of("2001:db8:0:5::/64"), ["2001:db8:0:0::/56", "2001:db8:0::/48"]);
  assert.deepEqual(of("::/64"), ["0:0:0:0::/56", "0:0:0::/48"]);
});

test("a network of IPv4 lies in none", () => {
  assert.equal(widerNetworks("203.0.113.0/24"), null);
});
