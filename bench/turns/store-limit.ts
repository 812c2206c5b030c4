import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookUpAttempts } from "../../packages/meetbot/src/identity/limits.ts";
import { loadOrCreateKeyFile } from "../../packages/meetbot/src/secrets/key-file.ts";
import { startEmbedded } from "../../packages/meetbot/src/store/embedded/start-embedded.ts";
import { openStore } from "../../packages/meetbot/src/store/open-store.ts";
import { bot, delivery, state } from "../../packages/meetbot/src/store/store.fixture.ts";
import type { ConversationRef, Store, Turn } from "../../packages/meetbot/src/store/store.ts";
import { orderNumber, question } from "./question.ts";

// What a turn of the web chat has its node ask of the store, and nothing that thinks, listens or asks
// a shop: an event admitted and its turn taken, attempts counted, the turn settled.

const saying = (text: string) => ({ kind: "text" as const, locale: "en" as const, text });

/** Of the sizes that a turn of the measured conversation has. */
const turn: Turn = {
  state: {
    ...state,
    choices: [{ token: "abcdefghijklmnop", action: { kind: "menu", item: "help" } }],
  },
  replies: [saying("x".repeat(120)), saying("x".repeat(550))],
  deliveries: [],
  personAsked: false,
  question: "answered",
  unanswered: null,
  accounts: [],
};

/** Turns a second of the store alone, on a database of its own. */
export async function measureStore(seconds: number, conversations: number): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
  const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  const keyRing = await loadOrCreateKeyFile(join(dataDir, "master.key"));
  const store = await openStore({ connection: database.connection, keyRing });
  try {
    await store.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
    await Promise.all(all(conversations, () => converse(store, performance.now() + 2_000)));
    const end = performance.now() + seconds * 1000;
    const counts = await Promise.all(all(conversations, () => converse(store, end)));
    return counts.reduce((sum, count) => sum + count, 0) / seconds;
  } finally {
    await store.close();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const all = <Made>(count: number, make: () => Made) => Array.from({ length: count }, make);

async function converse({ mailbox, limits }: Store, end: number): Promise<number> {
  const conversationId = `c_${randomBytes(16).toString("hex")}`;
  const ref: ConversationRef = { botId: bot.id, conversationId };
  const start = { kind: "start" as const, locale: null, account: null };
  const token = randomBytes(32).toString("base64url");
  await mailbox.open(ref, "web-chat", token, { dedupeKey: "start", content: start });
  await mailbox.settle((await mailbox.take(ref))!, { ...turn, question: null });
  let turns = 0;
  for (; performance.now() < end; turns++) {
    const content = { kind: "text" as const, text: question, network: "127.0.0.0/24" };
    const { lease } = await mailbox.admitAndTake(ref, { dedupeKey: randomUUID(), content });
    if (!lease) throw new Error("Something waits before the event.");
    const trier = { conversationId, network: content.network, proofs: [], now: Date.now() };
    const asked = { method: "orders", orderNumber } as const;
    await limits.count(bot.id, lookUpAttempts(asked, { ...trier, policy: bot.policy }));
    const deliveries = [{ ...delivery, id: randomUUID() }];
    await mailbox.settle(lease, { ...turn, deliveries });
  }
  return turns;
}
