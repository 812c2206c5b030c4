import assert from "node:assert/strict";
import { test } from "node:test";
import { keepsChannelContract } from "./channel.contract.ts";
import { registry, toChannels } from "./registry.ts";

for (const channel of registry.values()) keepsChannelContract(channel);

test("no two channels have the same name", () => {
  const [channel] = registry.values();
  assert.throws(() => toChannels([channel!, channel!]), /same name/);
});
