import type { Command } from "commander";
import { readConfig } from "../../config.ts";
import type { Bot, BotChanges } from "../../model/bot.ts";
import type { OrderNumberFormat } from "../../model/order-number-format.ts";
import { InvalidSettingError } from "../../settings/invalid-setting-error.ts";
import { refuseLonger } from "../../settings/read-days.ts";
import { refuseUnspokenLocale } from "../../settings/refuse-unspoken-locale.ts";
import type { Retention } from "../../settings/retention.ts";
import {
  accent,
  botName,
  contact,
  conversationDays,
  days,
  endpoint,
  languages,
  linkPage,
  locale,
  menu,
  numberAlone,
  orderNumber,
  origins,
  pageId,
  policy,
  timeZone,
  welcome,
} from "../bot-settings.ts";
import { noSuchBot, WrongUseError } from "../failure.ts";
import { judgeEndpoint } from "../judge-endpoint.ts";
import { type Output, showBots } from "../show-bots.ts";
import { withStore } from "../storage.ts";
import { note } from "../terminal/print.ts";

/** What may be set to nothing is read as an empty text. */
interface Clearable {
  contact?: string;
  accent?: string;
  linkPage?: string;
  welcomeEn?: string;
  welcomeZh?: string;
  orderNumber?: OrderNumberFormat | "";
  keepDeliveries?: number | "";
  keepFailedMessages?: number | "";
}

type Settings = Partial<
  Omit<Bot, "id" | "demo" | "orderNumberFormat" | "welcome" | keyof Retention | keyof Clearable>
> &
  Clearable & { keepConversations?: number } & Output;

/** `meetbot bot set`: changes what is named, and nothing else. */
export function addSetCommand(bot: Command): void {
  bot
    .command("set")
    .description("Change a bot's settings; a running server follows within seconds.")
    .argument("<id>")
    .option("--name <name>", "how the bot introduces itself", botName)
    .option("--endpoint <url>", "the merchant's webhook", endpoint)
    .option(
      "--policy <policy>",
      "who may see what: ladder (by proof), code (nothing before a code or a sign-in) or off (everything)",
      policy,
    )
    .option(
      "--number-alone <rule>",
      "whether an order number suffices without an email: auto, never or always",
      numberAlone,
    )
    .option(
      "--order-number <format>",
      "how the shop numbers its orders, such as SO-[digits 6-8]; none: not told",
      orderNumber,
    )
    .option("--origins <list>", "web origins whose pages may chat, separated by commas", origins)
    .option("--contact <text>", "where customers reach a person; empty: nowhere", contact)
    .option(
      "--accent <color>",
      "the color of the chat window, such as #2f5bea; empty: its own",
      accent,
    )
    .option(
      "--link-page <url>",
      "the shop's page on which customers of Messenger sign in; empty: none",
      linkPage,
    )
    .option("--languages <list>", "the languages it speaks, of en and zh", languages)
    .option("--locale <language>", "the language of the welcome: en or zh", locale)
    .option("--welcome-en <text>", "its first sentence in English; empty: Meetbot's", welcome)
    .option("--welcome-zh <text>", "its first sentence in Chinese; empty: Meetbot's", welcome)
    .option(
      "--menu <list>",
      "what is offered with it, in this order, of orders, packages, help and person",
      menu,
    )
    .option("--time-zone <name>", "the shop's time zone, such as Asia/Shanghai", timeZone)
    .option("--page-id <id>", "the page_id of its queries", pageId)
    .option(
      "--keep-conversations <days>",
      "how long idle conversations are kept, with all that belongs to them: 2 to 365 days",
      conversationDays,
    )
    .option(
      "--keep-deliveries <days>",
      "how long deliveries are kept, from 1 day; empty: as long as their conversation",
      days,
    )
    .option(
      "--keep-failed-messages <days>",
      "how long messages are kept that could not be sent, from 1 day; empty: likewise",
      days,
    )
    .option("--json", "print one JSON object")
    .action(setBot);
}

async function setBot(id: string, { json, ...options }: Settings): Promise<void> {
  if (Object.keys(options).length === 0) throw new WrongUseError(nothingToSet);
  if (options.endpoint) await judgeEndpoint(options.endpoint);
  await withStore(async (store) => {
    const changes = toChanges(options, known(id, await store.bots.find(id)));
    const bot = known(id, await store.bots.change(id, changes));
    if (bot.policy === "off") note(policyOffWarning);
    if (options.policy === "code" && !readConfig(process.env).mail) note(codeNeedsMail);
    showBots(bot, json ? { json } : {});
  });
}

/** The options as settings, seen together with those that stay. */
function toChanges(options: Omit<Settings, "json">, bot: Bot): BotChanges {
  const { orderNumber, contact, accent, linkPage, welcomeEn, welcomeZh, ...rest } = options;
  const { keepConversations, keepDeliveries, keepFailedMessages, ...settings } = rest;
  const welcome = {
    en: welcomeEn === undefined ? bot.welcome.en : welcomeEn || null,
    zh: welcomeZh === undefined ? bot.welcome.zh : welcomeZh || null,
  };
  const changes = {
    ...settings,
    welcome,
    ...(contact === undefined ? {} : { contact: contact || null }),
    ...(accent === undefined ? {} : { accent: accent || null }),
    ...(linkPage === undefined ? {} : { linkPage: linkPage || null }),
    ...(orderNumber === undefined ? {} : { orderNumberFormat: orderNumber || null }),
    keepConversationsDays: keepConversations ?? bot.keepConversationsDays,
    keepDeliveriesDays: orNothing(keepDeliveries, bot.keepDeliveriesDays),
    keepFailedMessagesDays: orNothing(keepFailedMessages, bot.keepFailedMessagesDays),
  };
  refuseTogether({ ...bot, ...changes });
  return changes;
}

/** An empty text is nothing; what is not named stays. */
function orNothing<Value>(given: Value | "" | undefined, stays: Value | null): Value | null {
  return given === undefined ? stays : given === "" ? null : given;
}

function refuseTogether(bot: Bot): void {
  try {
    refuseUnspokenLocale(bot);
    refuseLonger(bot.keepDeliveriesDays, bot);
    refuseLonger(bot.keepFailedMessagesDays, bot);
  } catch (error) {
    throw error instanceof InvalidSettingError ? new WrongUseError(error.message) : error;
  }
}

function known(id: string, bot: Bot | null): Bot {
  if (!bot) throw noSuchBot(id);
  return bot;
}

const nothingToSet = "Say what to set, such as --contact. All options: meetbot bot set --help";

const policyOffWarning =
  "Warning: with the policy off, whoever types an email sees that customer's orders, names and addresses.";

const codeNeedsMail =
  "Note: codes are sent by mail, and MEETBOT_SMTP_URL is not set here. A server without it shows orders only to shoppers that the shop vouches for.";
