import assert from "node:assert/strict";
import { test } from "node:test";
import { turnSaying } from "../../store/store.fixture.ts";
import { createMetrics } from "./metrics.ts";

test("topics are counted by their names, and those of shops as one", async () => {
  const disk = { isLow: async () => false, freeBytes: async () => null };
  const sizes = {
    openStreams: () => 0,
    openBreakers: () => 0,
    disk,
    channels: [],
    clock: { aheadMs: () => 0 },
    isHeard: () => null,
  };
  const { onTurn, registry } = createMetrics(sizes);
  for (const [id, answered] of [
    ["returns", true],
    ["returns", false],
    ["own_gifts", true],
    ["own_wishes", true],
  ] as const) {
    onTurn({ seconds: 0, turn: { ...turnSaying("Yes."), topic: { id, answered } } });
  }
  onTurn({ seconds: 0, turn: turnSaying("Hello") });
  const told = await registry.metrics();
  assert.deepEqual(told.match(/^meetbot_topics_total.*$/gm), [
    'meetbot_topics_total{topic="returns",answered="true"} 1',
    'meetbot_topics_total{topic="returns",answered="false"} 1',
    'meetbot_topics_total{topic="own",answered="true"} 2',
  ]);
});
