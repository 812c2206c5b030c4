import type { Bot } from "@meetbot/model/bot/bot.ts";
import { say } from "@meetbot/presentation";
import type { Context } from "hono";
import { html } from "hono/html";
import { localeOf, toPage } from "../../../server/pages/return-page.ts";

/** The page behind the link that ends mails; describes what its button does. It works without a script. */
export function stopPage(c: Context, bot: Bot): Response | Promise<Response> {
  const locale = localeOf(c, bot);
  return toPage(
    c,
    pageOf(bot, locale),
    html`<p>${say(locale, "newsStopText", { bot: bot.name })}</p>
<form method="post"><button>${say(locale, "newsStopGo")}</button></form>`,
  );
}

/** Returns the page that confirms the end of the mails. */
export function stoppedPage(c: Context, bot: Bot): Response | Promise<Response> {
  const locale = localeOf(c, bot);
  return toPage(
    c,
    pageOf(bot, locale),
    html`<p>${say(locale, "newsStopped", { bot: bot.name })}</p>`,
  );
}

const pageOf = (bot: Bot, locale: ReturnType<typeof localeOf>) => {
  const title = say(locale, "newsStopTitle");
  return { status: 200, bot, locale, title, formAction: "'self'" } as const;
};
