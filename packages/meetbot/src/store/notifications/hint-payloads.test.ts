import assert from "node:assert/strict";
import { test } from "node:test";
import { packHints, unpackHints } from "./hint-payloads.ts";

test("hints fit into notifications, and none is lost", () => {
  const refs = Array.from({ length: 1000 }, (_, n) => ({
    botId: "店\n,",
    conversationId: `conversation ${n}`,
  }));

  const payloads = packHints("node", refs);

  assert.ok(payloads.every((payload) => Buffer.byteLength(payload) < 8000));
  assert.ok(payloads.length < 8);
  const unpacked = payloads.map(unpackHints);
  assert.deepEqual(
    unpacked.flatMap((hints) => hints.refs),
    refs,
  );
  assert.ok(unpacked.every(({ node }) => node === "node"));
});
