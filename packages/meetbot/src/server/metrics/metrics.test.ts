import assert from "node:assert/strict";
import { test } from "node:test";
import type { BacklogState } from "../../store/due-work/backlog.ts";
import { turnSaying } from "../../store/store.fixture.ts";
import { version } from "../../version.ts";
import { createMetrics } from "./metrics.ts";

const sizes = {
  openStreams: () => 0,
  openBreakers: () => 0,
  disk: { isLow: async () => false, freeBytes: async () => null },
  channels: [],
  clock: { aheadMs: () => 0 },
  isHeard: () => null,
  poolUse: () => ({ used: 2, idle: 1, waiting: 0 }),
};
const nothing = { backlog: { look: async () => null } };

test("topics are counted by their names, and those of shops as one", async () => {
  const { onTurn, registry } = createMetrics({ ...sizes, ...nothing });
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

const backlogIn = async (registry: { metrics(): Promise<string> }) =>
  (await registry.metrics()).match(
    /^meetbot_(?:waiting|last_backup|build_info|database_conn).*$/gm,
  );

test("what waits, the latest backup, the version and the connections are told", async () => {
  let state: BacklogState | null = {
    waiting: [
      { queue: "mailbox", channel: null, count: 3, oldestS: 1.5 },
      { queue: "outbox", channel: "telegram", count: 1, oldestS: 60 },
    ],
    backupAtS: 1_764_000_000,
  };
  const { registry } = createMetrics({ ...sizes, backlog: { look: async () => state } });
  const ofNode = [
    'meetbot_database_connections{state="used"} 2',
    'meetbot_database_connections{state="idle"} 1',
    'meetbot_database_connections{state="waiting"} 0',
  ];
  const build = `meetbot_build_info{version="${version}"} 1`;
  assert.deepEqual(await backlogIn(registry), [
    build,
    'meetbot_waiting{queue="mailbox"} 3',
    'meetbot_waiting{queue="outbox",channel="telegram"} 1',
    'meetbot_waiting_oldest_seconds{queue="mailbox"} 1.5',
    'meetbot_waiting_oldest_seconds{queue="outbox",channel="telegram"} 60',
    "meetbot_last_backup_timestamp_seconds 1764000000",
    ...ofNode,
  ]);
  state = null;
  assert.deepEqual(await backlogIn(registry), [build, ...ofNode], "it is not known");
});
