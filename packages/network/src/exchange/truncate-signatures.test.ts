import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newSecret, signRequest } from "@meetbot/protocol";
import { signatureTruncation, truncateSignature } from "./truncate-signatures.ts";

const headers: Record<string, string> = {
  ...signRequest({
    body: "{}",
    secret: newSecret(),
    alsoSign: [newSecret()],
    id: "order_list_1",
    timestampS: 1_763_999_999,
  }),
};
const values = ["x-hub-signature", "webhook-signature"].flatMap((name) =>
  (headers[name] ?? "").split(" ").map((entry) => entry.replace(/^(?:sha256=|v1,)/, "")),
);

function assertCut(text: string, name: string): void {
  for (const value of values) {
    for (const spelled of [value, value.toUpperCase(), encodeURIComponent(value)]) {
      assert(!text.toUpperCase().includes(spelled.slice(0, 12).toUpperCase()), `${name}: ${text}`);
    }
  }
}

describe("a signature", () => {
  it("is cut in every header that ends like one, each of several", () => {
    assert.equal(values.length, 3);
    for (const name of ["X-Hub-signature", "webhook-signature", "meetbot-relay-signature"]) {
      for (const value of [...values, headers["webhook-signature"]!, headers["x-hub-signature"]!]) {
        assertCut(truncateSignature(name, value), name);
      }
    }
    assert.equal(
      truncateSignature("webhook-signature", "v1,abcdefghijkl+/== v1,mnopqrstuvwx"),
      "v1,abcdefgh… v1,mnopqrst…",
    );
    assert.equal(truncateSignature("webhook-id", "order_list_123456789"), "order_list_123456789");
  });

  it("is cut wherever a server echoes it, whole or a part, and in its own spelling", () => {
    const truncate = signatureTruncation(headers);
    for (const value of values) {
      for (const echo of [
        value,
        value.slice(0, 40),
        value.toUpperCase(),
        JSON.stringify({ got: value }),
        JSON.stringify(value).replaceAll("/", "\\/"),
        value.replace(/[+/=]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`),
        value.replaceAll("+", "\\u002B"),
        encodeURIComponent(value),
        value.replace(/[+/=]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`),
        `${value}${value}`,
      ]) {
        assertCut(truncate(`<p>expected ${echo}, got nothing</p>`), "echo");
      }
      assert.equal(truncate(`a ${value} b`), `a ${value.slice(0, 8)}… b`);
    }
    assert.equal(truncate("order_list_1 of 12345678902"), "order_list_1 of 12345678902");
  });
});
