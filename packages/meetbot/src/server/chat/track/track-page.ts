import { randomUUID } from "node:crypto";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { AskedInput } from "@meetbot/model/conversation/action.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { TokenChoice } from "@meetbot/model/conversation/reply.ts";
import { fill, languages, nameLanguage, say } from "@meetbot/presentation";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { TrackExchange } from "./read-exchange.ts";
import { type Html, replyHtml } from "./reply-html.ts";
import { policyFor, trackStyle } from "./track-style.ts";

/** A waiting page reloads after this many seconds, through a header; nothing on the page moves by itself meanwhile. */
const lookAgainS = 3;

/** The content of the page. */
export interface TrackView {
  bot: Bot;
  locale: Locale;
  /** In the address, so that it stays through each form; `null`: as the browser wishes. */
  lang: string | null;
  formKey: string;
  exchange: TrackExchange | null;
  /** Why the submitted form had no effect. */
  notice?: "trackFailed" | "trackTooMany";
  status?: 200 | 400 | 403 | 429 | 503;
}

/** Renders the page on which customers look up an order without a chat and without JavaScript. */
export function trackPage(c: Context, view: TrackView): Response | Promise<Response> {
  const { bot, locale, exchange, notice, status = 200 } = view;
  if (exchange?.isWaiting) c.header("Refresh", String(lookAgainS));
  const title = say(locale, exchange ? "trackAnswer" : "trackTitle");
  const body = html`<h1>${say(locale, "trackTitle")}</h1>
<p class="shop">${bot.name}</p>
${notice ? noticeHtml(locale, notice) : ""}
${exchange ? exchangeHtml(view, exchange) : ""}
${lookUpHtml(view)}
${footerHtml(view)}`;
  return toPage(c, { title: `${title} · ${bot.name}`, locale, accent: bot.accent, status }, body);
}

/** Returns the page for a request refused before any lookup, because there were too many or it was too long. */
export function refusalPage(
  c: Context,
  locale: Locale,
  status: 403 | 413 | 429 | 503,
): Response | Promise<Response> {
  const title = say(locale, "trackTitle");
  const why = status === 429 || status === 503 ? "trackTooMany" : "trackFailed";
  const body = html`<h1>${title}</h1>${noticeHtml(locale, why)}
<p><a href="">${say(locale, "trackLookAgain")}</a></p>`;
  return toPage(c, { title, locale, accent: null, status }, body);
}

const noticeHtml = (locale: Locale, notice: "trackFailed" | "trackTooMany") =>
  html`<p class="notice" role="alert">${say(locale, notice)}</p>`;

function exchangeHtml(view: TrackView, { replies, isWaiting }: TrackExchange): Html {
  const { locale, bot } = view;
  const choices = replies.findLast((reply) => reply.choices)?.choices ?? [];
  const last = replies.at(-1);
  const ask = last?.kind === "text" ? last.ask : undefined;
  const waiting = html`<p>${say(locale, "trackWaiting")}</p>
<p><a class="go" href="${here(view)}">${say(locale, "trackLookAgain")}</a></p>`;
  return html`<section aria-labelledby="answer">
<h2 id="answer">${say(locale, "trackAnswer")}</h2>
${replies.map((reply) => replyHtml(reply, bot.timeZone))}
${isWaiting ? waiting : ""}
${ask ? askHtml(view, ask) : ""}
${choices.length > 0 ? choicesHtml(view, choices) : ""}
</section>`;
}

const inputs: Readonly<Record<AskedInput, Html>> = {
  email: html`type="email" autocomplete="email"`,
  phone: html`type="tel" autocomplete="tel"`,
  account: html`type="text" autocomplete="username" autocapitalize="none" spellcheck="false"`,
  order_number: html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"`,
  package_number: html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"`,
  code: html`type="text" inputmode="numeric" autocomplete="one-time-code"`,
};

function askHtml(view: TrackView, slot: AskedInput): Html {
  const { words } = languages[view.locale].window;
  return form(
    view,
    html`<label for="text">${words[slot]}</label>
<input id="text" name="text" required maxlength="254" ${inputs[slot]}>
<button>${words.send}</button>`,
  );
}

function choicesHtml(view: TrackView, choices: readonly TokenChoice[]): Html {
  const buttons = choices.map(
    ({ title, payload }) => html`<button name="payload" value="${payload}">${title}</button>`,
  );
  return form(
    view,
    html`<div class="choices" role="group" aria-label="${say(view.locale, "trackChoices")}">${buttons}</div>`,
  );
}

/** The input field for each kind of account by which a shop identifies its customers. */
const accountInputs = { email: "email", phone: "phone", both: "account" } as const;

function lookUpHtml(view: TrackView): Html {
  const { locale, exchange, bot } = view;
  const account = accountInputs[bot.accountKind];
  const { words } = languages[locale].window;
  const head = exchange
    ? html`<h2 id="look-up">${say(locale, "trackAnother")}</h2>`
    : html`<h2 id="look-up" hidden>${say(locale, "trackTitle")}</h2><p>${say(locale, "trackIntro")}</p>`;
  return html`<section aria-labelledby="look-up">${head}
${form(
  view,
  html`<label for="number">${say(locale, "trackNumber")}</label>
<input id="number" name="number" required maxlength="100" ${inputs.order_number}>
<label for="account">${words[account]}</label>
<input id="account" name="account" maxlength="254" aria-describedby="why" ${inputs[account]}>
<p class="hint" id="why">${say(locale, "trackEmailHint")}</p>
<button>${say(locale, "trackGo")}</button>`,
)}
</section>`;
}

function footerHtml(view: TrackView): Html {
  const { bot, locale, exchange } = view;
  const chat = fill(languages[locale].window.words.chatWith, { bot: bot.name });
  const others = bot.languages.filter((one) => one !== locale);
  const links = others.map((one) => {
    const { tag } = languages[one].cards;
    return html`<a href="${bot.id}?lang=${one}" lang="${tag}" hreflang="${tag}">${nameLanguage(one, tag)}</a>`;
  });
  const end = exchange
    ? form(
        view,
        html`<button class="quiet" name="end" value="1">${say(locale, "trackEnd")}</button>`,
      )
    : "";
  return html`<footer>${end}<a href="../chat/${bot.id}">${chat}</a>${
    links.length > 0 ? html`<nav>${links}</nav>` : ""
  }</footer>`;
}

/** Returns the page's URL relative to itself: a proxy may serve it below a path of its own. */
const here = ({ bot, lang }: Pick<TrackView, "bot" | "lang">) =>
  lang === null ? bot.id : `${bot.id}?lang=${lang}`;

/** A form of this page. Sent twice, it counts once. */
function form(view: TrackView, fields: Html): Html {
  return html`<form method="post" action="${here(view)}">
<input type="hidden" name="key" value="${view.formKey}">
<input type="hidden" name="id" value="${randomUUID()}">
${fields}
</form>`;
}

interface Frame {
  title: string;
  locale: Locale;
  accent: string | null;
  status: 200 | 400 | 403 | 413 | 429 | 503;
}

function toPage(
  c: Context,
  { title, locale, accent, status }: Frame,
  body: Html,
): Response | Promise<Response> {
  const style = trackStyle(accent);
  c.header("Content-Security-Policy", policyFor(style));
  c.header("Cache-Control", "no-store");
  c.header("Vary", "Accept-Language, Cookie", { append: true });
  return c.html(
    html`<!doctype html>
<html lang="${languages[locale].cards.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`,
    status,
  );
}
