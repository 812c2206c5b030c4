import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { fill, menuTitles, say, languages as spoken } from "@meetbot/presentation";
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import { problem } from "../../platform/http/problem.ts";
import { chooseLocale } from "./choose-locale.ts";
import { notFoundPage, wantsPage } from "./front-page.ts";

/** Changes of a bot's settings are seen that soon. */
const lookFreshForS = 60;

/** Shops of the demo and of developers show their pictures from this machine. */
const loopbackPictures = "http://127.0.0.1:* http://localhost:*";

/** All the page needs: our script, our routes, and pictures of products, wherever shops have them. */
const policyFor = ({ demo }: Bot) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    `img-src https: data:${demo ? ` ${loopbackPictures}` : ""}`,
    "style-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The worker that shows web pushes while the page is closed.
    "trusted-types meetbot-push",
  ].join("; ");

/** Browsers' language lists are shorter than this: nobody reads more languages. */
const maxWishes = 20;

type BotOf = (botId: string) => Promise<Bot | null>;

/** `GET /chat/{bot_id}`: the chat as a standalone page, for links and frames. */
export async function showChatPage(c: Context, botOf: BotOf): Promise<Response> {
  const bot = await botOf(c.req.param("bot_id") ?? "");
  if (!bot) return wantsPage(c) ? notFoundPage(c) : noSuchBot(c);
  c.header("Content-Security-Policy", policyFor(bot));
  c.header("Cache-Control", "no-cache");
  return c.html(html`<!doctype html>
<html lang="${bot.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${bot.name}</title>
<link rel="icon" href="data:,">
<script async src="../widget/loader.js" data-bot="${bot.id}" data-page></script>
</head>
<body></body>
</html>
`);
}

/**
 * Lets a page read why it may not fetch the look, which its browser would hide: the developer of a shop's page sees
 * what to do.
 */
export const exposeCorsRefusal: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status === 403) c.res.headers.set("Access-Control-Allow-Origin", "*");
};

/**
 * `GET /chat/{bot_id}/look?lang=de-AT,en`: what the window needs before the conversation starts; `locale` is the first
 * requested language that the bot speaks, or else the bot's own.
 */
export async function getAppearance(
  c: Context,
  parts: { botOf: BotOf; recordUsage: RecordUsage; transcriptMailer: object | null },
): Promise<Response> {
  const { botOf, recordUsage } = parts;
  const bot = await botOf(c.req.param("bot_id") ?? "");
  if (!bot) return noSuchBot(c);
  const origin = c.req.header("origin");
  if (origin && bot.origins.includes(origin)) recordUsage(bot.id, { kind: "page", name: origin });
  const { name, accent, contact, locale, languages } = bot;
  c.header("Cache-Control", `public, max-age=${lookFreshForS}`);
  const inEach = <Value>(of: (one: Locale) => Value) =>
    Object.fromEntries(languages.map((one) => [one, of(one)]));
  const labels = inEach((one) => fill(spoken[one].window.words.chatWith, { bot: name }));
  const menu = inEach((one) =>
    bot.menu.map((item) => ({ title: say(one, menuTitles[item]), payload: `menu:${item}` })),
  );
  const wishes = (c.req.query("lang") ?? "").split(",", maxWishes);
  const spokenTo = chooseLocale(wishes, languages) ?? locale;
  const label = labels[spokenTo];
  const mails = parts.transcriptMailer !== null;
  const said = { name, accent, contact, locale: spokenTo, label, languages, labels, menu, mails };
  const pictures = inEach((one) => {
    return { send: say(one, "sendPicture"), refused: say(one, "pictureRefused") };
  });
  return c.json({ ...said, pictures: bot.pictures ? pictures : null });
}

function noSuchBot(c: Context): Response {
  return problem(c, 404, "no_such_bot", "There is no bot with this id: see `meetbot bot list`.");
}
