import { assignmentWays } from "@meetbot/model/desk/colleague.ts";
import { inEachLanguage, nameLanguage } from "@meetbot/presentation";
import { z } from "zod";
import { limits } from "./limits.ts";
import { readOfficeHours, splitOfficeHours, writeOfficeHours } from "./office-hours.ts";
import { readOrderNumberFormat, writeOrderNumberFormat } from "./order-number-format.ts";
import { readConversationDays, readDays, refuseLonger } from "./read-days.ts";
import { readHolidays } from "./read-holidays.ts";
import { readIdleHours } from "./read-idle-hours.ts";
import {
  languageNames,
  menuOffers,
  readLanguages,
  readMenu,
  readOrigins,
  splitList,
} from "./read-lists.ts";
import { readNetworks } from "./read-networks.ts";
import { readPhoneCountry } from "./read-phone-country.ts";
import {
  accountKinds,
  messengerHandovers,
  numberAloneRules,
  orNull,
  policies,
  ratingRules,
  readAccent,
  readAccountKind,
  readAssignment,
  readContact,
  readEndpoint,
  readLinkPage,
  readLocale,
  readMessengerHandover,
  readName,
  readNumberAlone,
  readPageId,
  readPolicy,
  readRatingRule,
  readSwitch,
  readTimeZone,
  readWelcome,
} from "./read-setting.ts";
import { refuseUnspokenLocale } from "./refuse-unspoken-locale.ts";
import { editor, owner, type SettingSection, setting } from "./setting.ts";

const decidesProof = "they decide what a customer must prove to see an order";
const deletesAndKeeps =
  "fewer days delete conversations, and only an owner may delete those; more days keep what was to be deleted";

const pushesReach =
  "who may push can write to customers, and a header that is sent along can be read on its way";

const emptyIsNull = (text: string) => (text.trim() === "" ? null : Number(text));
const onOrOff = (text: string) => ({ on: true, off: false })[text.trim().toLowerCase()] ?? text;
const noneIsNull = (text: string) => (text.trim().toLowerCase() === "none" ? null : text);

/**
 * The bot settings an operator can change, under the names that operators see. The admin API, its roles, the command
 * line, the columns, the audit, the console's form and the guide's tables are derived from this object.
 */
export const settings = {
  name: setting({
    field: "name",
    schema: z.string().meta({ description: "How the bot introduces itself." }),
    default: undefined,
    read: readName,
    changedBy: editor,
    section: "general",
    options: [{ flags: "--name <name>", help: "how the bot introduces itself" }],
  }),
  page_id: setting({
    field: "pageId",
    schema: z.string().meta({ description: "The `page_id` of its queries." }),
    default: undefined,
    read: readPageId,
    changedBy: owner("a webhook that serves several pages may answer with another one's orders"),
    section: "general",
    options: [
      {
        flags: "--page-id <id>",
        help: "the page_id of its queries",
        guide: "Your webhook tells bots apart by it",
      },
    ],
  }),
  endpoint: setting({
    field: "endpoint",
    schema: z.string().meta({
      description:
        "The URL of the merchant's webhook, or `connector:` and the name of the platform that Meetbot asks itself.",
    }),
    default: undefined,
    read: readEndpoint,
    changedBy: owner(
      "its server receives what customers type, signed by the bot, and could [relay it to the shop](protocol.md#where-it-was-sent)",
    ),
    section: "webhook",
    options: [
      {
        flags: "--endpoint <url>",
        help: "the merchant's webhook, or connector:NAME with --config",
        guide:
          "By connector:NAME and `--config` [Meetbot asks the platform itself](bots.md#a-shop-without-a-webhook)",
      },
    ],
  }),
  policy: setting({
    field: "policy",
    schema: z.enum(policies).meta({ description: "Who may see what." }),
    default: "ladder",
    read: readPolicy,
    changedBy: owner(decidesProof),
    section: "identity",
    options: [
      {
        flags: "--policy <policy>",
        help: "who may see what: ladder (by proof), code (nothing before a code or a sign-in) or off (everything)",
        guide: "See [who may see what](privacy.md)",
      },
    ],
  }),
  number_alone: setting({
    field: "numberAlone",
    schema: z
      .enum(numberAloneRules)
      .meta({ description: "Whether an order number suffices without an email." }),
    default: "auto",
    read: readNumberAlone,
    changedBy: owner(decidesProof),
    section: "identity",
    options: [
      {
        flags: "--number-alone <rule>",
        help: "whether an order number suffices without an email: auto, never or always",
        guide: "With `auto`, one of 10 characters or more does",
      },
    ],
  }),
  account: setting({
    field: "accountKind",
    schema: z.enum(accountKinds).meta({
      description:
        "What customers give to be found: the email they ordered with, their telephone number, or either.",
    }),
    default: "email",
    read: readAccountKind,
    changedBy: editor,
    section: "identity",
    options: [
      {
        flags: "--account <kind>",
        help: "what customers give to be found: email, phone or both",
        guide:
          "A phone travels as `user_account` in E.164. See [phone accounts](privacy.md#phone-accounts)",
      },
    ],
  }),
  phone_country: setting({
    field: "phoneCountry",
    schema: z.string().nullable().meta({
      description:
        "Of which country telephone numbers are that customers type without a country code (ISO 3166); null: they are asked for the code.",
      example: "CN",
    }),
    default: null,
    read: orNull(readPhoneCountry),
    changedBy: editor,
    section: "identity",
    options: [
      {
        flags: "--phone-country <country>",
        help: "of which country telephone numbers are that customers type without a country code, such as CN",
        cleared: "empty: they are asked for the code",
      },
    ],
  }),
  order_number: setting({
    field: "orderNumberFormat",
    schema: z.string().nullable().meta({
      description: "How the shop numbers its orders; null: not told.",
      example: "SO-[digits 6-8]",
    }),
    default: null,
    read: orNull(readOrderNumberFormat),
    write: (format) => format && writeOrderNumberFormat(format),
    changedBy: editor,
    section: "order-numbers",
    options: [
      {
        flags: "--order-number <format>",
        help: "how the shop numbers its orders, such as SO-[digits 6-8]",
        cleared: "none: not told",
        hint: "none clears it.",
        guide: "See [below](#how-your-orders-are-numbered)",
        parse: noneIsNull,
      },
    ],
  }),
  contact: setting({
    field: "contact",
    schema: z
      .string()
      .nullable()
      .meta({ description: "Where customers reach a person; null: nowhere." }),
    default: null,
    read: orNull(readContact),
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--contact <text>",
        help: "where customers reach a person",
        cleared: "empty: nowhere",
        guide: "The words are the shop's own",
      },
    ],
  }),
  office_hours: setting({
    field: "officeHours",
    schema: z
      .object({
        time_zone: z.string().meta({ description: "IANA name.", example: "Asia/Shanghai" }),
        hours: z.string().meta({
          description: "Days and times by the clocks there.",
          example: "mon-fri 09:00-18:00, sat 10:00-14:00",
        }),
      })
      .nullable()
      .meta({ description: "When people answer; null: not told." }),
    default: null,
    read: orNull(readOfficeHours),
    write: (hours) => hours && writeOfficeHours(hours),
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--office-hours <hours>",
        help: 'when people answer, and in which time zone, such as "mon-fri 09:00-18:00, sat 10:00-14:00 Asia/Shanghai"',
        cleared: "empty: not told",
        hint: "Their time zone stands behind them: mon-fri 09:00-18:00 Asia/Shanghai",
        parse: splitOfficeHours,
      },
    ],
  }),
  holidays: setting({
    field: "holidays",
    schema: z.array(z.string()).meta({
      description: "Days on which nobody answers, by the clocks of the office hours.",
      example: ["2026-12-25 Christmas", "2026-12-27..2026-12-31"],
    }),
    default: [],
    read: readHolidays,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--holidays <list>",
        help: 'days on which nobody answers, separated by commas, such as "2026-12-25 Christmas, 2026-12-27..2026-12-31"',
        parse: splitList,
      },
    ],
  }),
  ask_rating: setting({
    field: "askRating",
    schema: z.enum(ratingRules).meta({
      description:
        "Who is asked once, from 1 to 5, how satisfied they are: nobody, whom a person spoke with, or also who saw an order.",
    }),
    default: "off",
    read: readRatingRule,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--ask-rating <rule>",
        help: "which customers rate the conversation: off (none), person (those who spoke with a person) or all (also those who saw an order)",
        guide: "See [how satisfied customers are](console.md#how-satisfied-customers-are)",
      },
    ],
  }),
  person_idle_hours: setting({
    field: "personIdleHours",
    schema: z.int().meta({
      description: `When a person wrote nothing for so many hours and the customer writes, the bot answers again: ${limits.minIdleHours} to ${limits.maxIdleHours}.`,
      example: 24,
    }),
    // Meta's own idle time of a conversation.
    default: 24,
    read: readIdleHours,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--person-idle <hours>",
        help: `the bot answers again when a person wrote nothing for so long and the customer writes: ${limits.minIdleHours} to ${limits.maxIdleHours} hours`,
        parse: Number,
      },
    ],
  }),
  messenger_handover: setting({
    field: "messengerHandover",
    schema: z.enum(messengerHandovers).meta({
      description:
        "Where people of the shop answer customers on Messenger: in Meetbot's inbox, or in the page's, into which a conversation is passed when its customer calls a person.",
    }),
    default: "inbox",
    read: readMessengerHandover,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--messenger-handover <inbox>",
        help: "where people answer customers on Messenger: inbox (Meetbot's) or page (the page's own)",
        guide:
          "With `page`, a conversation is passed to the page's inbox when its customer calls a person",
      },
    ],
  }),
  assignment: setting({
    field: "assignment",
    schema: z.enum(assignmentWays).meta({
      description: "How it is said whose a conversation is to be that waits for a person.",
    }),
    default: "manual",
    read: readAssignment,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--assignment <way>",
        help: "who gets a conversation that waits for a person: manual (somebody assigns it) or round_robin (the agent on duty with the fewest)",
      },
    ],
  }),
  accent: setting({
    field: "accent",
    schema: z
      .string()
      .nullable()
      .meta({ description: "The color of the chat window; null: its own.", example: "#2f5bea" }),
    default: null,
    read: orNull(readAccent),
    changedBy: editor,
    section: "channels",
    options: [
      {
        flags: "--accent <color>",
        help: "the color of the chat window, such as #2f5bea",
        cleared: "empty: its own",
        guide: "See [the chat window](widget.md)",
      },
    ],
  }),
  locale: setting({
    field: "locale",
    schema: z.enum(languageNames).meta({ description: "The bot's own language." }),
    default: "en",
    read: readLocale,
    refuse: refuseUnspokenLocale,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--locale <language>",
        help: `the language of the welcome: one of ${languageNames.join(", ")}`,
        guide: "It counts where the customer's is not known",
      },
    ],
  }),
  languages: setting({
    field: "languages",
    schema: z.array(z.enum(languageNames)).meta({ description: "All languages that it speaks." }),
    default: [...languageNames],
    read: readLanguages,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--languages <list>",
        help: `the languages it speaks, of ${languageNames.join(", ")}`,
        parse: splitList,
      },
    ],
  }),
  welcome: setting({
    field: "welcome",
    schema: z
      .object(inEachLanguage(() => z.string().nullable().default(null)))
      .meta({ description: "The shop's own first sentence in each language; null: Meetbot's." }),
    default: inEachLanguage(() => null),
    read: (given) => inEachLanguage((locale) => orNull(readWelcome)(given[locale])),
    // Values stored before a language was supported lack an entry for it.
    write: (welcome) => inEachLanguage((locale) => welcome[locale] ?? null),
    changedBy: editor,
    section: "speaking",
    options: languageNames.map((locale) => ({
      flags: `--welcome-${locale.toLowerCase()} <text>` as const,
      part: locale,
      help: `its first sentence in ${nameLanguage(locale, "en")}`,
      cleared: "empty: Meetbot's",
    })),
  }),
  menu: setting({
    field: "menu",
    schema: z
      .array(z.enum(menuOffers))
      .meta({ description: "What is offered with it, in this order." }),
    default: ["orders", "packages", "help", "person"],
    read: readMenu,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--menu <list>",
        help: "what is offered with it, in this order, of orders, packages, help and person",
        parse: splitList,
      },
    ],
  }),
  language_model: setting({
    field: "languageModel",
    schema: z.boolean().meta({
      description:
        "Whether a language model is asked about messages that are not understood, where the server has one.",
    }),
    default: false,
    read: readSwitch,
    changedBy: owner(
      "what customers write leaves the server, with what is personal in it left out as far as it is found",
    ),
    section: "speaking",
    options: [
      {
        flags: "--language-model <on|off>",
        help: "whether a language model is asked about messages that are not understood",
        guide: "See [A language model](language-model.md)",
        parse: onOrOff,
      },
    ],
  }),
  pictures: setting({
    field: "pictures",
    schema: z.boolean().meta({
      description: "Whether customers may send pictures and PDF files, which operators look at.",
    }),
    default: false,
    read: readSwitch,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--pictures <on|off>",
        help: "whether customers may send pictures and PDF files, which operators look at",
        guide: "See [Pictures from customers](logs.md#pictures-from-customers)",
        parse: onOrOff,
      },
    ],
  }),
  news: setting({
    field: "news",
    schema: z.boolean().meta({
      description:
        "Whether customers are offered to be told when something changes with an order, where the shop pushes that.",
    }),
    default: true,
    read: readSwitch,
    changedBy: editor,
    section: "speaking",
    options: [
      {
        flags: "--news <on|off>",
        help: "whether customers can subscribe to updates about an order",
        guide: "See [How customers agree to updates](logs.md#how-customers-agree-to-updates)",
        parse: onOrOff,
      },
    ],
  }),
  push_status: setting({
    field: "pushStatus",
    schema: z.boolean().meta({
      description: "Whether the shop's webhook is told what becomes of its pushes.",
    }),
    default: false,
    read: readSwitch,
    changedBy: editor,
    section: "webhook",
    options: [
      {
        flags: "--push-status <on|off>",
        help: "whether your webhook is told what becomes of its pushes",
        guide: "See [What became of it](protocol.md#what-became-of-it)",
        parse: onOrOff,
      },
    ],
  }),
  origin_push: setting({
    field: "originPush",
    schema: z.boolean().meta({
      description: "Whether `POST /api` takes pushes in the form of the origin's API.",
    }),
    default: false,
    read: readSwitch,
    changedBy: owner(pushesReach),
    section: "webhook",
    options: [
      {
        flags: "--origin-push <on|off>",
        help: "whether POST /api takes pushes in the form of the origin's API",
        guide: "See [Bodies of the origin](protocol.md#bodies-of-the-origin)",
        parse: onOrOff,
      },
    ],
  }),
  origin_push_networks: setting({
    field: "originPushNetworks",
    schema: z.array(z.string()).meta({
      description:
        "Addresses and networks from which the push secret counts as the header `APIKEY` at `POST /api`; empty: there a request is signed.",
      example: ["198.51.100.0/24"],
    }),
    default: [],
    read: readNetworks,
    changedBy: owner(pushesReach),
    section: "webhook",
    options: [
      {
        flags: "--origin-push-networks <list>",
        help: "addresses and networks from which POST /api takes the push secret in the header APIKEY, separated by commas",
        cleared: "empty: it takes signed requests only",
        parse: splitList,
      },
    ],
  }),
  time_zone: setting({
    field: "timeZone",
    schema: z.string().meta({ description: "IANA name.", example: "Asia/Shanghai" }),
    default: "UTC",
    read: readTimeZone,
    changedBy: editor,
    section: "general",
    options: [{ flags: "--time-zone <name>", help: "the shop's time zone, such as Asia/Shanghai" }],
  }),
  origins: setting({
    field: "origins",
    schema: z.array(z.string()).meta({ description: "Origins whose pages may chat." }),
    default: [],
    read: readOrigins,
    // An embedding page can read what customers type; a stranger's page could do the same through its own server.
    changedBy: editor,
    section: "channels",
    options: [
      {
        flags: "--origins <list>",
        help: "web origins whose pages may chat, separated by commas",
        parse: splitList,
      },
    ],
  }),
  link_page: setting({
    field: "linkPage",
    schema: z.string().nullable().meta({
      description: "The shop's page on which customers of Messenger sign in; null: none.",
      example: "https://shop.example/link",
    }),
    default: null,
    read: orNull(readLinkPage),
    changedBy: owner("customers type their password there"),
    section: "identity",
    options: [
      {
        flags: "--link-page <url>",
        help: "the shop's page on which customers of Messenger sign in",
        cleared: "empty: none",
        guide:
          "See [a customer of Messenger who signs in](privacy.md#a-customer-of-messenger-who-signs-in-at-the-shop)",
      },
    ],
  }),
  keep_conversations_days: setting({
    field: "keepConversationsDays",
    schema: z.int().meta({
      description: `So many days an idle conversation is kept, with all that belongs to it: ${limits.minConversationDays} to ${limits.maxDays}.`,
      example: 7,
    }),
    // Long enough for a complaint about last week's chat, short enough to hold no history of people.
    default: 7,
    read: readConversationDays,
    changedBy: owner(deletesAndKeeps),
    section: "retention",
    options: [
      {
        flags: "--keep-conversations <days>",
        help: `how long idle conversations are kept, with all that belongs to them: ${limits.minConversationDays} to ${limits.maxDays} days`,
        guide: "See [how long data is kept](storage.md#how-long-data-is-kept)",
        parse: Number,
      },
    ],
  }),
  keep_deliveries_days: setting({
    field: "keepDeliveriesDays",
    schema: z.int().nullable().meta({
      description:
        "So many days a delivery is kept, and what was sent to test the webhook; null: as a conversation.",
    }),
    default: null,
    read: orNull(readDays),
    refuse: (bot) => refuseLonger(bot.keepDeliveriesDays, bot),
    changedBy: owner(deletesAndKeeps),
    section: "retention",
    options: [
      {
        flags: "--keep-deliveries <days>",
        help: `how long deliveries are kept, from ${limits.minDays} day`,
        cleared: "empty: as long as their conversation",
        parse: emptyIsNull,
      },
    ],
  }),
  keep_failed_messages_days: setting({
    field: "keepFailedMessagesDays",
    schema: z.int().nullable().meta({
      description:
        "So many days a message that could not be sent is kept; null: as a conversation.",
    }),
    default: null,
    read: orNull(readDays),
    refuse: (bot) => refuseLonger(bot.keepFailedMessagesDays, bot),
    changedBy: owner(deletesAndKeeps),
    section: "retention",
    options: [
      {
        flags: "--keep-failed-messages <days>",
        help: `how long messages are kept that could not be sent, from ${limits.minDays} day`,
        cleared: "empty: likewise",
        parse: emptyIsNull,
      },
    ],
  }),
};

type Table = typeof settings;

/** A setting by the name that operators know. */
export type SettingName = keyof Table;

/** The names of all settings, in the order in which they are listed. */
export const settingNames = Object.keys(settings) as SettingName[];

/** Settings as they travel: by the names that operators know. */
export type GivenSettings = { [Name in SettingName]: z.output<Table[Name]["schema"]> };

/** Settings that only an owner can change. */
export type OwnersSetting = {
  [Name in SettingName]: Table[Name]["changedBy"]["role"] extends "owner" ? Name : never;
}[SettingName];

/** Settings that the console shows in the same section. */
export type SettingIn<Section extends SettingSection> = {
  [Name in SettingName]: Table[Name]["section"] extends Section ? Name : never;
}[SettingName];
