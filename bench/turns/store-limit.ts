import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { OutboundReply } from "../../packages/meetbot/src/model/reply.ts";
import { loadOrCreateKeyFile } from "../../packages/meetbot/src/secrets/key-file.ts";
import { startEmbedded } from "../../packages/meetbot/src/store/embedded/start-embedded.ts";
import { openStore } from "../../packages/meetbot/src/store/open-store.ts";
import type { ConversationRef, Store, Turn } from "../../packages/meetbot/src/store/store.ts";

const reply: OutboundReply = { kind: "text", locale: "en", text: "x".repeat(700) };
const turn: Turn = {
  state: {
    dialog: {
      locale: "en",
      account: null,
      form: null,
      proving: null,
      email: null,
      typed: null,
      subject: null,
      ladderTold: false,
      failures: 0,
      misunderstood: 0,
      offered: [],
    },
    proofs: [],
    code: null,
    choices: {},
  },
  replies: [reply, reply],
  deliveries: [],
  personAsked: false,
  question: null,
  unanswered: null,
  accounts: [],
};

/** Turns a second of the store alone: what a turn stores and reads, without anything that thinks. */
export async function measureStore(
  dataDir: string,
  seconds: number,
  conversations: number,
): Promise<number> {
  const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  const keyRing = await loadOrCreateKeyFile(join(dataDir, "master.key"));
  const store = await openStore({ connection: database.connection, keyRing });
  const [bot] = await store.bots.list();
  if (!bot) throw new Error("There is no bot to measure with.");
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: conversations }, () => converse(store, bot.id, end)),
  );
  await store.close();
  await database.stop();
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

async function converse(store: Store, botId: string, end: number): Promise<number> {
  const ref: ConversationRef = { botId, conversationId: `c_${randomBytes(16).toString("hex")}` };
  const start = { kind: "start" as const, locale: null, account: null };
  await store.mailbox.open(ref, "web-chat", randomBytes(32).toString("base64url"), {
    dedupeKey: "start",
    content: start,
  });
  let turns = 0;
  for (; performance.now() < end; turns++) {
    if (turns > 0) {
      const content = { kind: "text" as const, text: "where is my order MBWXS75S9878?" };
      await store.mailbox.admit(ref, { dedupeKey: randomUUID(), content });
    }
    const lease = await store.mailbox.take(ref);
    if (!lease) throw new Error("The event does not wait.");
    await store.mailbox.settle(lease, turn);
    await store.mailbox.messagesAfter(ref, lease.event.seq - 1, 10);
  }
  return turns;
}
