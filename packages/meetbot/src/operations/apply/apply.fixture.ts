import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { newSecret } from "@meetbot/protocol";
import { graphAt } from "../../channels/messenger/graph/graph.ts";
import { toConnection } from "../../channels/messenger/page.ts";
import { telegramAt } from "../../channels/telegram/api/telegram-api.ts";
import { offeredConnectors, readConnector } from "../../features/connectors/host/connector-host.ts";
import type { CheckAnswer } from "../../features/connectors/host/messages.ts";
import { startGraphSimulator } from "../../graph-simulator/start-graph-simulator.ts";
import { openTestStore } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";
import { startTelegramSimulator } from "../../telegram-simulator/start-telegram-simulator.ts";
import { createMessengerPlan } from "../channels/messenger/create-messenger-plan.ts";
import { createTelegramPlan } from "../channels/telegram/create-telegram-plan.ts";
import { applyConfig, callOthers } from "./apply-config.ts";
import { exportConfig } from "./export-config.ts";

export const telegramToken = `7000000001:${"a".repeat(35)}`;
export const app = { id: "1517776481860111", secret: "an app secret" };
export const page = { id: "1029384756", name: "A shop", token: "a page token" };

/** Platforms on this machine that know one bot and one page. */
export async function startPlatforms(scope: { after(end: () => Promise<void>): void }) {
  const telegram = await startTelegramSimulator({
    bots: [{ token: telegramToken, name: "Shop", username: "shop_bot" }],
  });
  const graph = await startGraphSimulator({ app, pages: [page] });
  scope.after(() => telegram.close());
  scope.after(() => graph.close());
  return { telegram, graph };
}

type Platforms = Awaited<ReturnType<typeof startPlatforms>>;

/** A server without any bot, on which files are applied; every shop takes what it is asked with. */
export async function openServer(test: Parameters<typeof openTestStore>[0], platforms?: Platforms) {
  const { store, run } = await openTestStore(test);
  await store.bots.delete("bot_1");
  const env: Record<string, string> = {};
  const files: Record<string, string> = {};
  const check = async (): Promise<CheckAnswer> => ({
    isOk: true,
    shop: "Lanterns",
    notes: [],
    sample: null,
  });
  const deps = {
    ...{ store, hasMail: true, consoleOrigin: "https://chat.example.com" },
    host: { offered: offeredConnectors(), read: readConnector, check },
    guard: { judge: async () => ({ allowed: true, reason: "public" }) as const },
    channels: [
      createMessengerPlan(graphAt(platforms?.graph.url)),
      createTelegramPlan({
        api: telegramAt(platforms?.telegram.url),
        publicUrl: "https://chat.example.com",
      }),
    ],
    secrets: {
      env: (name: string) => env[name],
      file(path: string) {
        const text = files[path];
        if (text !== undefined) return text;
        throw Object.assign(new Error("no such file"), { code: "ENOENT" });
      },
    },
  };
  const apply = async (text: string, { isDryRun = false, keepsStored = false } = {}) => {
    const secrets = { ...deps.secrets, keepsStored };
    const plan = await applyConfig({ text, name: "shop.yaml", isDryRun }, { ...deps, secrets });
    await callOthers(plan);
    return {
      ...plan,
      /** What is created or changed. */
      told: plan.lines
        .filter(({ fate }) => fate === "create" || fate === "change")
        .map(({ fate, path, text }) => `${fate} ${path}: ${text}`),
    };
  };
  const countRecords = async () => {
    const [row] = await run(
      "select (select count(*) from audit) + (select count(*) from operator_audit) as all",
    );
    return Number(row.all);
  };
  return {
    store,
    env,
    files,
    host: deps.host,
    apply,
    countRecords,
    exported: () => exportConfig(deps),
  };
}

/** Sets up a server by the doors that operators have, with one of everything; returns its secrets by their names in the exported file. */
export async function setUpRichly(store: Store): Promise<Record<string, string>> {
  const [signing, identity, push, hooks] = [newSecret(), newSecret(), newSecret(), newSecret()];
  const { bot } = newBot({
    ...{ id: "bot_rich", name: "Lantern 灯笼街", endpoint: "https://shop.example/meetbot" },
    ...{ pageId: "10293", policy: "code", numberAlone: "never", accountKind: "both" },
    ...{ contact: 'Call us: 0123 # or "write"', askRating: "all", accent: "#2f5bea" },
    officeHours: { timeZone: "Asia/Shanghai", hours: "mon-fri 09:00-18:00" },
    holidays: ["2026-12-25 Christmas", "2026-12-27..2026-12-31"],
    ...{ languages: ["en", "zh"], locale: "zh", welcome: { en: "Hi!\nHow: are you?", zh: "你好" } },
    ...{ menu: ["help", "person"], origins: ["https://shop.example"], keepConversationsDays: 30 },
    ...{
      keepDeliveriesDays: 3,
      originPushNetworks: ["198.51.100.0/24"],
      timeZone: "Asia/Shanghai",
    },
  });
  await store.bots.create(bot, {
    ...{ signingSecret: signing, identitySecret: identity, pushSecret: push },
  });
  const other = newBot({ id: "bot_platform", name: "No", endpoint: "https://shop.example/" });
  await store.bots.create(other.bot, other.secrets);
  const config = { url: "https://shop.example/eu", consumerKey: "ck_1", consumerSecret: "cs_1" };
  await store.connections.connect("bot_platform", {
    ...{ name: "woocommerce", config, secretFields: ["consumerKey", "consumerSecret"] },
    ...{ shop: "Lanterns", notes: [] },
  });
  const { links } = store.channels;
  await links.connect("bot_rich", {
    ...{ channel: "telegram", externalId: "7000000001", details: {} },
    secrets: { token: telegramToken, webhookSecret: "w" },
  });
  const verify = { verifyToken: "a verify token", appSecret: app.secret, appId: app.id };
  await links.connect("bot_rich", toConnection({ pageId: page.id, token: page.token, ...verify }));
  await store.answers.save("bot_rich", {
    ...{ after: 0, what: "imported", topic: null },
    book: {
      answers: {
        returns: {
          texts: { en: { text: "30 days.\nNo: really", buttons: [{ kind: "person" }] } },
          ...{ validFrom: "2026-01-01", validUntil: null },
        },
        own_gifts: {
          texts: { zh: { text: "可以包装。", buttons: [] } },
          ...{ validFrom: null, validUntil: null },
        },
      },
      ownTopics: [{ id: "own_gifts", name: "Gifts", examples: ["can you wrap it as a gift"] }],
      taught: [{ text: "my stuff", meaning: "order" }],
    },
  });
  const { destinations } = store.alerts;
  const wishes = { locale: "zh", events: ["conversation.waiting", "shop.unavailable"] } as const;
  await destinations.add("bot_rich", {
    ...{ id: "5a5a", kind: "webhook", name: "Desk", ...wishes, events: [...wishes.events] },
    ...{ withText: true, shown: "x" },
    secrets: { url: "https://hooks.example/desk", secret: hooks },
  });
  await destinations.add("bot_rich", {
    ...{ id: "anna", kind: "email", name: "Anna", ...wishes, events: ["conversation.waiting"] },
    ...{ withText: false, shown: "a", secrets: { email: "anna@shop.example" } },
  });
  await destinations.change("bot_rich", "anna", { isOn: false });
  const people = { administrator: false, name: "Lena", email: "lena@shop.example" };
  const lena = await store.operators.create(people);
  await store.operators.grantRole("bot_rich", lena.id, "editor");
  await store.operators.create({ administrator: true, name: "Ada", email: "ada@shop.example" });
  const author = store.operators.as({ operatorId: null, actor: "test" });
  const link = { email: "wei@shop.example", token: "t".repeat(43), livesForS: 3_600 };
  await author.invite({ ...link, grant: { botId: "bot_platform", role: "agent" } });

  const platform = await store.bots.secretsOf("bot_platform");
  return {
    ...{ BOT_RICH_SIGNING_SECRET: signing, BOT_RICH_IDENTITY_SECRET: identity },
    ...{ BOT_RICH_PUSH_SECRET: push, BOT_RICH_TELEGRAM_TOKEN: telegramToken },
    ...{ BOT_RICH_MESSENGER_PAGE_TOKEN: page.token, BOT_RICH_MESSENGER_APP_SECRET: app.secret },
    BOT_RICH_MESSENGER_VERIFY_TOKEN: "a verify token",
    BOT_RICH_ALERT_5A5A_URL: "https://hooks.example/desk",
    BOT_RICH_ALERT_5A5A_SECRET: hooks,
    ...{ BOT_PLATFORM_CONSUMERKEY: "ck_1", BOT_PLATFORM_CONSUMERSECRET: "cs_1" },
    BOT_PLATFORM_SIGNING_SECRET: platform?.signingSecrets[0] ?? "",
    BOT_PLATFORM_IDENTITY_SECRET: platform?.identitySecrets[0] ?? "",
    BOT_PLATFORM_PUSH_SECRET: other.secrets.pushSecret,
  };
}
