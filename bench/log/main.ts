import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import type { ConversationFilter } from "@meetbot/model/log/conversation-log.ts";
import type { DeliveryFilter } from "@meetbot/model/log/delivery-log.ts";
import type { LogCursor } from "@meetbot/model/log/log-page.ts";
import pg from "pg";
import { parseKeyRing } from "../../packages/meetbot/src/secrets/key-ring.ts";
import { openStore } from "../../packages/meetbot/src/store/open-store.ts";
import { seedLogs } from "./seed.ts";

// How long an operator waits for a page of the logs, when they are long: each page 30 times, from
// the top and from the middle, by each filter.

const rows = Number(process.argv[2] ?? 1_000_000);
const times = 30;
const limit = 50;
const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
const { connection } = database;
const store = await openStore({
  connection,
  keyRing: parseKeyRing(randomBytes(32).toString("base64")),
});
const pool = new pg.Pool(connection);
const botId = "bot_log";
try {
  const { bot, secrets } = newBot({
    id: botId,
    name: "Log",
    endpoint: "https://shop.example/webhook",
  });
  await store.bots.create(bot, secrets);
  await seedLogs(pool, botId, rows);
  await measure();
} finally {
  await pool.end();
  await store.close();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const middle: LogCursor = {
    atUs: String((Date.now() - 3.5 * 24 * 3_600_000) * 1_000),
    id: "z",
  };
  const deliveries: Record<string, DeliveryFilter> = {
    all: {},
    "answered, packages": { outcomes: ["answered"], method: "packages" },
    failed: { outcomes: ["timeout", "http_status"] },
    "slow (5 s)": { minDurationMs: 5_000 },
    "nothing is that slow (20 s)": { minDurationMs: 20_000 },
    "status 5xx (none)": { httpStatus: [500, 600] },
    replays: { replaysOnly: true },
    "one conversation": { conversationId: "c_seed_100" },
    "a day": {
      from: new Date(Date.now() - 3 * 24 * 3_600_000),
      until: new Date(Date.now() - 2 * 24 * 3_600_000),
    },
  };
  for (const [name, filter] of Object.entries(deliveries)) {
    for (const below of [null, middle]) {
      await time(`deliveries, ${name}`, below, (page) =>
        store.deliveryLog.list(botId, filter, page),
      );
    }
  }
  const conversations: Record<string, ConversationFilter> = {
    all: {},
    Chinese: { locale: "zh" },
    "with a failed delivery": { hasFailed: true },
    "person asked": { personAsked: true },
    "another channel (none)": { channel: "messenger" },
    "an account": { account: "yilia@meetbot.biz" },
    "by id": { id: "c_seed_100" },
  };
  for (const [name, filter] of Object.entries(conversations)) {
    for (const below of [null, middle]) {
      await time(`conversations, ${name}`, below, (page) =>
        store.conversationLog.list(botId, filter, page),
      );
    }
  }
}

async function time(
  name: string,
  below: LogCursor | null,
  list: (page: { limit: number; below: LogCursor | null }) => Promise<{ rows: unknown[] }>,
): Promise<void> {
  const took: number[] = [];
  let found = 0;
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now();
    found = (await list({ limit, below })).rows.length;
    took.push(performance.now() - startedAt);
  }
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.floor(took.length * share)]!.toFixed(1).padStart(7);
  const where = below ? "middle" : "top   ";
  console.log(`${at(0.5)} ms p50 ${at(0.97)} ms p97  ${where}  ${name} (${found} rows)`);
}
