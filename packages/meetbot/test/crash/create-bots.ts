import assert from "node:assert/strict";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { toConnection } from "../../src/channels/messenger/page.ts";
import { telegramAt } from "../../src/channels/telegram/api/telegram-api.ts";
import { telegram } from "../../src/channels/telegram/telegram.ts";
import { destination } from "../../src/features/alerts/store/alerts.fixture.ts";
import { mailbox } from "../../src/features/handoff/store/bridges.fixture.ts";
import { linkOn } from "../../src/operations/channels/connect-link.ts";
import { connectTelegram } from "../../src/operations/channels/telegram/connect-bot.ts";
import { parseKeyRing } from "../../src/secrets/key-ring.ts";
import { hashToken, newToken } from "../../src/secrets/token.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { OwnDatabase } from "../fixtures/own-database.ts";
import { app, page } from "./platforms/meta.ts";
import { publicBase, telegramToken } from "./platforms/telegram.ts";

/** Name of the bot, and of the operator who answers for it. */
export const names = { bot: "Shop", operator: "Ada" };

export interface BotsOptions {
  database: OwnDatabase;
  /** The shop that customers ask about orders, and the one that pushes. */
  endpoints: { asked: string; pushing: string };
  telegramUrl: string;
  /** Origin of the webhook that gets the alerts. */
  alertsUrl: string;
}

/** What the parts of the experiment need to know of its two bots. */
export interface CreatedBots {
  /** Bot on web chat, Messenger and Telegram, with alerts, a mailbox as another desk, and an operator. */
  asked: { botId: string; operatorToken: string };
  /** Bot of the shop that pushes. */
  pushing: { botId: string; pushSecret: string; signingSecret: string };
}

/** Creates both bots and connects the channels, in this process: a command costs as much as a node's start. */
export async function createBots(options: BotsOptions): Promise<CreatedBots> {
  const { env } = options.database;
  const keyRing = parseKeyRing(env.MEETBOT_MASTER_KEY);
  const store = await openStore({ connection: env.MEETBOT_DATABASE_URL, keyRing });
  try {
    return {
      asked: await createAskedBot(store, options),
      pushing: await createPushingBot(store, options.endpoints.pushing),
    };
  } finally {
    await store.close();
  }
}

async function createAskedBot(store: Store, { endpoints, telegramUrl, alertsUrl }: BotsOptions) {
  // Each message asks for another order, so that none can be taken for another: as many as no
  // customer may ask for, unless the bot protects nothing.
  const { bot, secrets } = newBot({
    ...{ name: names.bot, endpoint: endpoints.asked, pageId: page.id, policy: "off" },
  });
  await store.bots.create(bot, secrets);
  const { links } = store.channels;
  const given = { pageId: page.id, appId: app.id, token: page.token, appSecret: app.secret };
  await links.connect(bot.id, toConnection({ ...given, verifyToken: "a verify token" }));
  const deps = { links, api: telegramAt(telegramUrl), publicBase };
  assert.equal((await connectTelegram(bot.id, telegramToken, deps)).outcome, "connected");
  assert.notEqual(await links.stateOf(linkOn(telegram, bot.id)), null);
  const { secret } = destination.secrets;
  const address = { shown: "here", secrets: { url: `${alertsUrl}/hook`, secret } };
  await store.alerts.destinations.add(bot.id, { ...destination, ...address });
  await store.bridges.settings.set(bot.id, mailbox);
  return { botId: bot.id, operatorToken: await createOperator(store, bot.id) };
}

async function createPushingBot(store: Store, endpoint: string) {
  const { bot, secrets } = newBot({ name: "Parcels", endpoint, pageId: "1", policy: "off" });
  await store.bots.create(bot, secrets);
  // Customers are offered it where their shop has pushed before.
  await store.usage.note(bot.id, { kind: "push", name: "before" });
  return { botId: bot.id, pushSecret: secrets.pushSecret!, signingSecret: secrets.signingSecret };
}

/** Returns an API token of an agent: a session would cost a full password hash. */
async function createOperator({ operators }: Store, botId: string): Promise<string> {
  const email = "ada@shop.example";
  const operator = await operators.create({ name: names.operator, email, administrator: false });
  await operators.grantRole(botId, operator.id, "agent");
  const token = newToken();
  await operators.database
    .insertInto("apiTokens")
    .values({
      ...{ tokenId: token.slice(0, 9), tokenHash: hashToken(token), operatorId: operator.id },
      ...{ name: "crash", scopes: ["inbox:read", "inbox:write"], botId: null, expiresAt: null },
    })
    .execute();
  return token;
}
