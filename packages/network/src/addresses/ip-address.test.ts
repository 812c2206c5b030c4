import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseAddress } from "./ip-address.ts";

describe("parseAddress", () => {
  it("reads every spelling of an IPv6 address as the same number", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
        assert.deepEqual(parseAddress(address), parseAddress(plain));
      }),
    );
    assert.equal(parseAddress("1:2::3:4")?.value, 0x0001_0002_0000_0000_0000_0000_0003_0004n);
    assert.equal(parseAddress("::")?.value, 0n);
    assert.equal(parseAddress("1::")?.value, 1n << 112n);
  });

  for (const text of ["", "127.1", "2130706433", "0x7f.1", "010.0.0.1", "[::1]", "fe80::1%eth0"]) {
    it(`does not take ${JSON.stringify(text)} for an address`, () => {
      assert.equal(parseAddress(text), null);
    });
  }

  it("reads any text without a fault", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseAddress(text)));
  });
});
