import assert from "node:assert/strict";
import { test } from "node:test";
import { packHints, unpackHints } from "./hint-payloads.ts";

test("hints fit into notifications, and none is lost", () => {
  const given = Array.from({ length: 1000 }, (_, n) => ({
    ref: { botId: "店\n,", conversationId: `conversation ${n}` },
    writer: n % 3 === 0 ? 'Ada\n"' : undefined,
  }));

  const payloads = packHints("node", given);

  assert.ok(payloads.every((payload) => Buffer.byteLength(payload) < 8000));
  assert.ok(payloads.length < 8);
  const unpacked = payloads.map(unpackHints);
  assert.deepEqual(
    unpacked.flatMap(({ hints }) => hints),
    given,
  );
  assert.ok(unpacked.every(({ node }) => node === "node"));
});
