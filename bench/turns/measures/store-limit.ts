import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { toCustomer } from "../../../packages/meetbot/src/channels/messenger/graph/page-customer.ts";
import { messenger } from "../../../packages/meetbot/src/channels/messenger/messenger.ts";
import { toConnection } from "../../../packages/meetbot/src/channels/messenger/page.ts";
import { lookUpAttempts } from "../../../packages/meetbot/src/identity/limits.ts";
import { loadOrCreateKeyFile } from "../../../packages/meetbot/src/secrets/key-file.ts";
import type { Turn } from "../../../packages/meetbot/src/store/mailbox/turn.ts";
import { openStore } from "../../../packages/meetbot/src/store/open-store.ts";
import type { OutboxLease } from "../../../packages/meetbot/src/store/outbox/outbox-lease.ts";
import { bot, delivery, state } from "../../../packages/meetbot/src/store/store.fixture.ts";
import type { Store } from "../../../packages/meetbot/src/store/store.ts";
import type { Channel } from "../contender.ts";
import { orderNumber, question } from "../question.ts";

// What a turn has its node ask of the store, and nothing that thinks, listens, asks a shop or calls
// Meta: an event admitted and its turn taken, attempts counted, the turn settled; in Messenger both
// replies, which go out as one message, noted as sent after that.

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
  move: null,
  isForPerson: false,
  question: "answered",
  modelCall: null,
  outcome: null,
  askedAgain: false,
  unanswered: null,
  topic: null,
  accounts: [],
  numbers: [],
};

/** Turns a second of the store alone, on a database of its own. */
export async function measureStore(
  channel: Channel,
  seconds: number,
  conversations: number,
): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
  const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  const keyRing = await loadOrCreateKeyFile(join(dataDir, "master.key"));
  const store = await openStore({ connection: database.connection, keyRing });
  try {
    await store.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
    await store.channels.links.connect(bot.id, toConnection(page));
    const converse = channel === "Messenger" ? onMessenger : inWebChat;
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

const page = { pageId: "9", appId: "100", token: "t", appSecret: "s", verifyToken: "v" };

const onPage = { botId: bot.id, channel: messenger.name, externalId: page.pageId };

const all = <Made>(count: number, make: () => Made) => Array.from({ length: count }, make);

const asking = { kind: "text" as const, text: question, network: "127.0.0.0/24" };

async function inWebChat(store: Store, end: number): Promise<number> {
  const ref = { botId: bot.id, conversationId: `c_${randomBytes(16).toString("hex")}` };
  const start = { kind: "start" as const, locale: null, account: null };
  const token = randomBytes(32).toString("base64url");
  await store.mailbox.open(ref, "web-chat", token, { dedupeKey: "start", content: start });
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, { ...turn, question: null });
  let turns = 0;
  for (; performance.now() < end; turns++) await takeTurn(store, ref, false);
  return turns;
}

async function onMessenger({ channels, ...store }: Store, end: number): Promise<number> {
  const user = randomBytes(6).readUIntBE(0, 6).toString();
  const customer = toCustomer({ user, isUserRef: false });
  const event = { dedupeKey: randomUUID(), content: asking };
  const fact = { customer, atMs: null, kind: "event" as const, event, isToBot: false };
  const { due } = await channels.enqueue(onPage, [fact]);
  await store.mailbox.commitTurn(
    (await store.mailbox.take(due[0]!))!,
    { ...turn, replies: [] },
    "queued",
  );
  const ref = (await channels.answeredIn(onPage, customer))!;
  let turns = 0;
  for (; performance.now() < end; turns++) {
    const lease = await takeTurn(store, ref, true);
    if (!lease) throw new Error("Something waits to be sent before the turn.");
    const { behind } = lease;
    await channels.outbox.markSent({ ...lease, seq: lease.seq + (behind?.length ?? 0) }, true);
  }
  return turns;
}

async function takeTurn(
  { mailbox, limits }: Pick<Store, "mailbox" | "limits">,
  ref: ConversationRef,
  sends: boolean,
): Promise<OutboxLease | null> {
  const { lease } = await mailbox.enqueueAndTake(ref, { dedupeKey: randomUUID(), content: asking });
  if (!lease) throw new Error("Something waits before the event.");
  const { conversationId } = ref;
  const trier = { conversationId, network: asking.network, proofs: [], now: Date.now() };
  const asked = { method: "orders", orderNumber } as const;
  await limits.count(bot.id, lookUpAttempts(asked, { ...trier, policy: bot.policy }));
  const answered = { ...turn, deliveries: [{ ...delivery, id: randomUUID() }] };
  const settled = await mailbox.commitTurn(lease, answered, sends ? "taken" : "fetched");
  return settled.outcome === "settled" ? settled.message : null;
}
