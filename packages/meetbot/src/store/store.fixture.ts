import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { NewRun } from "@meetbot/model/shop/conformance-run.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { EndpointTest } from "@meetbot/model/shop/endpoint-test.ts";
import { Client } from "pg";
import { createMigratedDatabase } from "../../test/database.ts";
import { eventually } from "../../test/fixtures/eventually.ts";
import {
  checkStatements,
  tablesOfBots,
  watchStatements,
} from "../../test/scale-out/check-statements.ts";
import { parseKeyRing } from "../secrets/key-ring.ts";
import { newToken } from "../secrets/token.ts";
import type { Turn } from "./mailbox/turn.ts";
import { openStore, type StoreOptions } from "./open-store.ts";
import type { Store } from "./store.ts";

export const keyRing = parseKeyRing(randomBytes(32).toString("base64"));

export const { bot } = newBot({
  id: "bot_1",
  name: "Meetbot Shop",
  pageId: "1234567890",
  endpoint: "https://shop.example/webhook",
  origins: ["https://shop.example"],
});

export const state: ConversationState = {
  dialog: {
    locale: "en",
    form: null,
    proving: null,
    account: null,
    email: null,
    typed: [],
    shown: [],
    focus: null,
    card: null,
    said: [],
    ladderTold: false,
    failures: 0,
    misunderstood: 0,
    offered: [],
  },
  proofs: [],
  code: null,
  choices: [],
};

export const delivery: Delivery = {
  id: "order_list_1",
  method: "orders",
  endpoint: bot.endpoint,
  startedAt: 1_764_000_000_123,
  durationMs: 12,
  outcome: "answered",
  detail: null,
  requestBody: '{"request":{}}',
  exchanges: [
    {
      startedAt: 1_764_000_000_123,
      durationMs: 12,
      outcome: "received",
      detail: null,
      httpStatus: 200,
      requestHeaders: { "webhook-id": "order_list_1" },
      responseHeaders: { "content-type": "application/json" },
      responseBody: '{"success":true}',
      timings: { lookupMs: 1, connectMs: 2, firstByteMs: 11 },
    },
  ],
  sharedWith: null,
};

export const refusedTest: EndpointTest = {
  at: 1_764_000_000_123,
  echoed: false,
  verifies: "unknown",
  steps: [
    { name: "echo", outcome: "refused", detail: "HTTP 401", requestBody: "{}", exchanges: [] },
  ],
};

export const conformanceRun: NewRun = {
  id: "run_1",
  actor: "yilia",
  url: bot.endpoint,
  secretFingerprint: "5ec2e7a1",
  counts: { pass: 1, fail: 1, warn: 0, skipped: 0 },
  durationMs: 1_234,
  isPart: true,
  result: {
    subject: { pageId: bot.pageId, account: "yilia@meetbot.biz" },
    findings: [
      {
        rule: "test.token",
        status: "fail",
        detail: { en: "It is another.", zh: "不同。" },
        pointer: "/test_token",
        needs: [],
        durationMs: 12,
        exchanges: [0],
      },
    ],
    exchanges: [
      {
        recipe: { id: "test_1", body: delivery.requestBody },
        isRepeated: false,
        exchange: delivery.exchanges[0]!,
      },
    ],
  },
};

/** Opens a store in its own empty database, with one bot; both go with the test. Watches its statements. */
export async function openTestStore(test: TestContext, options: Partial<StoreOptions> = {}) {
  const database = await createMigratedDatabase();
  const stores: Store[] = [];
  test.after(async () => {
    for (const store of stores) await store.close();
    await database.drop();
    await checkStatements();
  });
  const openAgain = async (again: Partial<StoreOptions> = options): Promise<Store> => {
    const store = await openStore({ connection: database.url, keyRing, ...again });
    stores.push(store);
    return store;
  };
  const store = await openAgain();
  await watchStatements(async () => {
    const rows = await runOn(database.url, tablesOfBots, []);
    return rows.map(({ table_name: name }) => name);
  });
  await store.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
  return {
    store,
    url: database.url,
    openAgain,
    /** Runs SQL as someone with the database's password. */
    run: (text: string, values: unknown[] = []) => runOn(database.url, text, values),
    /** Does something with a connection of its own, on which a transaction can be held open. */
    operator: (use: (client: Client) => Promise<void>) => connected(database.url, use),
    /** Resolves when so many connections wait for what somebody else holds. */
    isBlocked: (count: number) =>
      eventually(10_000, async () => {
        const waiting = await runOn(database.url, blocked, []);
        assert.equal(waiting.length, count);
      }),
  };
}

const blocked = `
  select from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

/** Opens a conversation whose first event waits. */
export async function openConversation(
  store: Store,
  {
    botId = bot.id,
    conversationId = "conversation_1",
    token = newToken(),
    first = textEvent("first"),
  } = {},
): Promise<ConversationRef> {
  const ref = { botId, conversationId };
  await store.mailbox.open(ref, "web-chat", token, first);
  return ref;
}

export function textEvent(dedupeKey: string, text = "Where is my order?"): InboundEvent {
  return { dedupeKey, content: { kind: "text", text } };
}

export function turnSaying(...texts: string[]): Turn {
  const replies = texts.map((text) => ({ locale: "en" as const, kind: "text" as const, text }));
  const nothing = {
    deliveries: [],
    personAsked: false,
    move: null,
    isForPerson: false,
    question: null,
    outcome: null,
  };
  const unheard = { askedAgain: false, unanswered: null, topic: null, modelCall: null };
  return { state, replies, ...nothing, ...unheard, accounts: [], numbers: [] };
}

async function runOn(connectionString: string, text: string, values: unknown[]) {
  return connected(connectionString, async (client) => (await client.query(text, values)).rows);
}

async function connected<Result>(
  connectionString: string,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString });
  await client.connect();
  return use(client).finally(() => client.end());
}
