import { setTimeout as sleep } from "node:timers/promises";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import {
  createMerchantAgent,
  type MerchantAgent,
} from "@meetbot/network/exchange/merchant-agent.ts";
import { newRequestId, newSecret, serializeQuery, signRequest } from "@meetbot/protocol";
import pino from "pino";
import { createAskForBot } from "../../packages/meetbot/src/operations/endpoint/ask-for-bot.ts";
import { createBotCache } from "../../packages/meetbot/src/operations/endpoint/bot-cache.ts";
import { createUsageRecorder } from "../../packages/meetbot/src/operations/endpoint/usage-recorder.ts";
import { createWatchedCircuits } from "../../packages/meetbot/src/operations/endpoint/watched-circuits.ts";
import type { Store } from "../../packages/meetbot/src/store/store.ts";
import { merchantKinds, startRotatingMerchant } from "./merchants.ts";
import { type RotationScene, rotateUntil } from "./rotate-until.ts";

export interface ExperimentOptions {
  store: Store;
  /** Of all merchants together. */
  queries: number;
}

/** What one merchant's queries came to while its secret was rotated again and again. */
export interface ExperimentRow {
  merchant: string;
  queries: number;
  failed: number;
  /** Of a sender that signs with the current secret alone, asking at the same moments. */
  failedWithOneSecret: number;
  rotations: number;
  /** Exchanges beyond the first, each 100 queries. */
  extraExchanges: number;
  p50Ms: number;
  p99Ms: number;
}

/** Two nodes, as behind a load balancer: each with its own memory of bots and endpoints. */
const nodeCount = 2;
const loopsEach = 2;
/** So that the queries spread over many rotations. */
const maxPauseMs = 60;

const log = pino({ level: "silent" });

/** Rotates the secrets of six merchants at random moments while customers ask all the time. */
export async function rotateUnderLoad({ store, queries }: ExperimentOptions) {
  const allowList = parseAllowList(["127.0.0.1"]);
  const agent = createMerchantAgent(createEndpointGuard({ allow: () => allowList, ownPort: 0 }));
  const kinds = merchantKinds.flatMap((kind) => [[kind, 401] as const, [kind, 403] as const]);
  const askers = Array.from({ length: nodeCount }, () => createAsker(store, agent));
  try {
    const share = Math.ceil(queries / kinds.length);
    return await Promise.all(
      kinds.map(async ([kind, refusal], index): Promise<ExperimentRow> => {
        const secret = newSecret();
        const merchant = await startRotatingMerchant(kind, refusal, secret);
        const bot = await createBot(store, `bot_rotating_${index}`, merchant.url, secret);
        try {
          return await observe({ store, agent, askers, merchant, bot, queries: share });
        } finally {
          await merchant.close();
        }
      }),
    );
  } finally {
    await agent.close();
  }
}

/** Asks as one node does. */
function createAsker(store: Store, agent: MerchantAgent) {
  const askers = createBotCache(store);
  const circuits = createWatchedCircuits(store.health, log);
  const { health } = store;
  const recordUsage = createUsageRecorder(store.usage, log);
  const askForBot = createAskForBot({
    askers,
    agentOf: () => agent,
    circuits,
    health,
    recordUsage,
    log,
  });
  return async (botId: string) => {
    const asker = await askers.find(botId);
    if (!asker) throw new Error(`there is no bot ${botId}`);
    // Another number each time, so that no two customers share an answer.
    const question = { method: "orders", orderNumber: newRequestId("orders") } as const;
    return askForBot(asker, question, new AbortController().signal);
  };
}

type AskAsNode = ReturnType<typeof createAsker>;

interface Scene extends RotationScene {
  askers: AskAsNode[];
  queries: number;
}

async function observe(scene: Scene): Promise<ExperimentRow> {
  const { askers, merchant, bot, queries } = scene;
  const waitsMs: number[] = [];
  const counted = { failed: 0, failedWithOneSecret: 0, exchanges: 0 };
  const ended = new AbortController();
  const rotating = rotateUntil(ended.signal, scene);

  let left = queries;
  const askOn = async (ask: AskAsNode) => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const { answer, delivery } = await ask(bot.id);
      waitsMs.push(performance.now() - start);
      counted.exchanges += delivery?.exchanges.length ?? 0;
      if (answer.kind === "unavailable") counted.failed += 1;
      if (!(await askWithOneSecret(scene))) counted.failedWithOneSecret += 1;
      await sleep(Math.random() * maxPauseMs);
    }
  };
  await Promise.all(askers.flatMap((ask) => Array.from({ length: loopsEach }, () => askOn(ask))));
  ended.abort();
  const rotations = await rotating;
  waitsMs.sort((one, other) => one - other);
  return {
    merchant: `${merchant.kind}, ${merchant.refusal}`,
    queries,
    failed: counted.failed,
    failedWithOneSecret: counted.failedWithOneSecret,
    rotations,
    extraExchanges: (100 * (counted.exchanges - queries)) / queries,
    p50Ms: waitsMs[Math.floor(waitsMs.length / 2)] ?? Number.NaN,
    p99Ms: waitsMs[Math.floor(waitsMs.length * 0.99)] ?? Number.NaN,
  };
}

/** A sender without a rotation: the new secret counts from the moment it is the current one. */
async function askWithOneSecret({ store, bot }: Scene): Promise<boolean> {
  const [secret] = (await store.bots.secretsOf(bot.id))?.signingSecrets ?? [];
  if (secret === undefined) return false;
  const id = newRequestId("orders");
  const { pageId } = bot;
  const body = serializeQuery({ method: "orders", id, pageId, orderNumber: id });
  const headers = signRequest({ body, secret, id, timestampS: Math.floor(Date.now() / 1_000) });
  const response = await fetch(bot.endpoint, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.ok;
}

async function createBot(
  store: Store,
  id: string,
  endpoint: string,
  signingSecret: string,
): Promise<Bot> {
  const { bot, secrets } = newBot({ id, name: "Rotating", endpoint });
  await store.bots.create(bot, { ...secrets, signingSecret });
  return bot;
}
