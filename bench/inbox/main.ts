import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import type { InboxView } from "@meetbot/model/desk/inbox.ts";
import type { LogCursor } from "@meetbot/model/log/log-page.ts";
import pg from "pg";
import { parseKeyRing } from "../../packages/meetbot/src/secrets/key-ring.ts";
import { createInboxHub } from "../../packages/meetbot/src/server/admin-api/inbox/inbox-hub.ts";
import { createInboxCounter } from "../../packages/meetbot/src/store/desk/count-inbox.ts";
import { openStore } from "../../packages/meetbot/src/store/open-store.ts";
import { agents, seedInbox } from "./seed.ts";

// How long people wait for a large inbox: its lists, counts, a search, dealing what waits, and how soon twenty who
// follow it hear of a change.

const conversations = Number(process.argv[2] ?? 10_000);
const times = 40;
const page = { limit: 50, below: null };
const botId = "bot_inbox";
const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
const { connection } = database;
const keyRing = parseKeyRing(randomBytes(32).toString("base64"));
const store = await openStore({ connection, keyRing });
const pool = new pg.Pool(connection);
try {
  const { bot, secrets } = newBot({
    ...{ id: botId, name: "Inbox", endpoint: "https://shop.example/webhook" },
  });
  await store.bots.create({ ...bot, assignment: "round_robin" }, secrets);
  await seedInbox(pool, botId, conversations);
  await measure();
} finally {
  await pool.end();
  await store.close();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { desk } = store;
  const middle: LogCursor = {
    ...{ atUs: String((Date.now() - conversations * 2_500) * 1_000), id: "z" },
  };
  const label = "00000000-0000-4000-8000-000000000001";
  for (const view of ["mine", "waiting", "all", "owed"] as InboxView[]) {
    const wanted = { view, operatorId: "op_2", label: null };
    await time(`list ${view}`, () => desk.list(botId, wanted, page));
    await time(`list ${view}, middle`, () =>
      desk.list(botId, wanted, { limit: 50, below: middle }),
    );
    await time(`list ${view}, labeled`, () => desk.list(botId, { ...wanted, label }, page));
  }
  let now = 0;
  const countAnew = createInboxCounter(pool, () => (now += 2_000));
  await time("counts, not counted in this second", () => countAnew(botId, "op_2"));
  await time(`counts, as ${agents} ask at once`, () =>
    Promise.all(Array.from({ length: agents }, (_, n) => desk.count(botId, `op_${n + 1}`))),
  );
  for (const text of ["kim@shop.example", "SO-123456", "Damaged"]) {
    await time(`search ${text}`, () => desk.search(botId, text, page));
  }
  await time("colleagues, with what each has", () => store.assignments.colleagues(botId));
  await time("deal what waits", () => store.assignments.deal(botId), 10);
  await fanOut();
}

/** From the hint to the last of all who follow. */
async function fanOut(): Promise<void> {
  const closing = new AbortController();
  const log = { warn: () => {} };
  const hub = createInboxHub({
    hints: store.hints,
    desk: store.desk,
    log,
    closing: closing.signal,
  });
  const following = Array.from({ length: agents }, (_, n) =>
    hub.subscribe(botId, `op_${n + 1}`, () => {}),
  );
  await time(`a change reaches all ${agents} who follow`, async (nth) => {
    const changed = following.map((one) => one.changed(10_000));
    store.hints.give({ botId, conversationId: `c_seed_${nth + 1}` });
    await Promise.all(changed);
  });
  closing.abort();
}

async function time(
  name: string,
  run: (nth: number) => Promise<unknown>,
  rounds = times,
): Promise<void> {
  const took: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const startedAt = performance.now();
    await run(nth);
    took.push(performance.now() - startedAt);
  }
  took.sort((one, other) => one - other);
  const at = (share: number) =>
    took[Math.min(rounds - 1, Math.floor(rounds * share))]!.toFixed(1).padStart(7);
  console.log(`${at(0.5)} ms p50 ${at(0.95)} ms p95  ${name}`);
}
