import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { languages, matchLocale, menuTitles, type PhraseKey, say } from "@meetbot/presentation";
import { cutEnd } from "../../cut-text.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "../graph/graph.ts";
import { startPayload } from "../inbound/receive.ts";

/** Greeting: 160 characters. Longer names of bots are cut before the sentence is. */
const maxGreetingLength = 160;
const maxNameLength = 80;

/** The suggestions shown before the first message; longer lists would only repeat the menu. */
const iceBreakers = [
  { item: "orders", phrase: "iceBreakerOrders" },
  { item: "packages", phrase: "iceBreakerPackages" },
] as const satisfies { item: string; phrase: PhraseKey }[];

/** All fields about messages. Meta sends no events for a field that is missing here. */
export const subscribedFields = [
  "messages",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referrals",
  "message_deliveries",
  "message_reads",
  "message_echoes",
  "message_reactions",
  "message_edits",
  "messaging_handovers",
  "standby",
  "messaging_policy_enforcement",
  "message_template_status_update",
] as const;

type ProfiledBot = Pick<Bot, "name" | "locale" | "languages" | "menu">;

type InLocales<Entry> = (Entry & { locale: string })[];

/** The Messenger profile, by Meta's names. */
export interface Profile {
  get_started: { payload: string };
  greeting: InLocales<{ text: string }>;
  persistent_menu?: InLocales<{
    composer_input_disabled: boolean;
    call_to_actions: { type: "postback"; title: string; payload: string }[];
  }>;
  ice_breakers?: InLocales<{ call_to_actions: { question: string; payload: string }[] }>;
}

/**
 * Returns what Messenger shows of a bot before the first message: its greeting, "Get Started", opening questions, and
 * the persistent menu, in each of the bot's languages.
 */
export function profileOf(bot: ProfiledBot): Profile {
  const breakers = iceBreakers.filter(({ item }) => bot.menu.includes(item));
  return {
    get_started: { payload: startPayload },
    greeting: inEachLocale(bot, (locale) => ({ text: greeting(bot.name, locale) })),
    ...(bot.menu.length > 0 && {
      persistent_menu: inEachLocale(bot, (locale) => ({
        composer_input_disabled: false,
        call_to_actions: bot.menu.map((item) => ({
          type: "postback" as const,
          title: say(locale, menuTitles[item]),
          payload: `menu:${item}`,
        })),
      })),
    }),
    ...(breakers.length > 0 && {
      ice_breakers: inEachLocale(bot, (locale) => ({
        call_to_actions: breakers.map(({ item, phrase }) => ({
          question: say(locale, phrase),
          payload: `menu:${item}`,
        })),
      })),
    }),
  };
}

/**
 * Publishes the profile on the page, and removes parts that the bot no longer has. Menus that people have open change
 * within a day.
 */
export async function setProfile(
  bot: ProfiledBot,
  page: PageAccess,
  graph: Graph,
): Promise<GraphAnswer> {
  const body = profileOf(bot);
  const set = await callGraph({ method: "POST", edge: "/messenger_profile", body }, page, graph);
  const fields = (["persistent_menu", "ice_breakers"] as const).filter((part) => !body[part]);
  if (!set.ok || fields.length === 0) return set;
  const call = { method: "DELETE", edge: "/messenger_profile", body: { fields } } as const;
  return callGraph(call, page, graph);
}

/** Returns the locale under which a profile stores the entries for a language. */
export function profileLocale({ locale: own }: ProfiledBot, language: Locale): string {
  return language === own ? "default" : languages[language].facebookLocales[0];
}

/** Fetches from Meta what the page shows. */
export function readProfile(page: PageAccess, graph: Graph): Promise<GraphAnswer> {
  const fields = "get_started,greeting,ice_breakers,persistent_menu";
  const edge = `/messenger_profile?fields=${fields}`;
  return callGraph({ method: "GET", edge }, page, graph);
}

/** Subscribes the app's webhook to the page's events. */
export function subscribe(page: PageAccess, graph: Graph): Promise<GraphAnswer> {
  const body = { subscribed_fields: subscribedFields.join(",") };
  return callGraph({ method: "POST", edge: "/subscribed_apps", body }, page, graph);
}

/**
 * Returns the entry in the bot's own language as the default, and one in each other language for those who use Facebook
 * in it.
 */
function inEachLocale<Entry extends object>(
  { locale: own, languages: spoken }: ProfiledBot,
  entryOf: (locale: Locale) => Entry,
): InLocales<Entry> {
  const others = spoken.filter((language) => language !== own);
  return [
    { locale: "default", ...entryOf(own) },
    ...others.flatMap((language) =>
      languages[language].facebookLocales
        .filter((locale) => matchLocale(locale, spoken) === language)
        .map((locale) => ({ locale, ...entryOf(language) })),
    ),
  ];
}

function greeting(name: string, locale: Locale): string {
  const text = say(locale, "pageGreeting", { bot: cutEnd(name, maxNameLength) });
  return cutEnd(text, maxGreetingLength);
}
