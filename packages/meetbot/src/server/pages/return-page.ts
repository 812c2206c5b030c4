import { createHash } from "node:crypto";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { languages, say } from "@meetbot/presentation";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { chooseLocale } from "./choose-locale.ts";

const style = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;color:light-dark(#1d2330,#e9ecf2);background:light-dark(#f4f6fa,#14171d);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main{box-sizing:border-box;width:min(34rem,100% - 2rem);margin:1rem;padding:clamp(1.5rem,6vw,2.5rem);background:light-dark(#fff,#1e222b);border-radius:1.25rem;box-shadow:0 1px 3px #0002,0 8px 32px #0001}
h1{margin:0 0 .75rem;font-size:clamp(1.5rem,5vw,2rem);line-height:1.2}
p{margin:.75rem 0 0}
button,a{display:inline-block;box-sizing:border-box;margin-top:1.5rem;padding:.75rem 1.25rem;border:0;border-radius:.75rem;color:#fff;background:#244fc4;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button:disabled{opacity:.6;cursor:default}
button:focus-visible,a:focus-visible{outline:3px solid;outline-offset:3px}`;

/**
 * Returns the customer to the chat: stores the conversation where the window stores it for this browser's guests. The
 * stored object has the form of the window's `Session`, and its key is that of `createKeep`.
 */
const script = `const button=document.querySelector("button");
button.onclick=async()=>{
button.disabled=true;
const answer=await fetch(location.href,{method:"POST"}).catch(()=>null);
if(!answer){button.disabled=false;return}
if(!answer.ok){location.reload();return}
const {token}=await answer.json();
const bot=document.body.dataset.bot;
const api=new URL("../../../",location.href).href;
const session={id:crypto.randomUUID?.()??String(Math.random()),owner:"",token,begunAt:Date.now(),seen:0};
try{localStorage["meetbot:"+bot+"@"+api]=JSON.stringify(session)}catch{}
location.replace(api+"chat/"+encodeURIComponent(bot));
};`;

/** As a policy names an own style or script. */
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Allows only what such a page needs: its style and script, by hash, and its own address. No site may frame it. */
const policyOf = (formAction: "'none'" | "'self'") =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/** Returns the page behind a link in an email: it explains what its button does. */
export function returnPage(c: Context, bot: Bot): Response | Promise<Response> {
  const locale = localeOf(c, bot);
  return toPage(
    c,
    { ...returning(locale), status: 200, bot },
    html`<p>${say(locale, "returnText", { bot: bot.name })}</p>
<button type="button">${say(locale, "replyMailLink")}</button>
<script>${raw(script)}</script>`,
  );
}

/** Returns the page for a link that has expired or never worked. */
export function gonePage(c: Context, bot: Bot): Response | Promise<Response> {
  const locale = localeOf(c, bot);
  return toPage(
    c,
    { ...returning(locale), status: 404, bot },
    html`<p>${say(locale, "returnGone")}</p>
<a href="../../${bot.id}">${say(locale, "returnNew")}</a>`,
  );
}

const returning = (locale: Locale) => {
  return { locale, title: say(locale, "returnTitle"), formAction: "'none'" as const };
};

/** As many as a browser names. */
const maxWishes = 20;

/** Returns the language of a page that a mail links to. */
export function localeOf(c: Context, { languages: spoken, locale }: Bot): Locale {
  const wishes = (c.req.header("accept-language") ?? "").split(",", maxWishes);
  const names = wishes.map((wish) => wish.split(";", 1)[0]?.trim() ?? "");
  return chooseLocale(names, spoken) ?? locale;
}

interface MailPage {
  status: 200 | 404;
  bot: Bot;
  locale: Locale;
  title: string;
  /** Where the page's form may be submitted. */
  formAction: "'none'" | "'self'";
}

/** Renders a page that a mail links to. */
export function toPage(
  c: Context,
  { status, bot, locale, title, formAction }: MailPage,
  body: ReturnType<typeof html>,
): Response | Promise<Response> {
  c.header("Content-Security-Policy", policyOf(formAction));
  c.header("Cache-Control", "no-store");
  c.header("Vary", "Accept-Language", { append: true });
  return c.html(
    html`<!doctype html>
<html lang="${languages[locale].cards.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${bot.name}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body data-bot="${bot.id}">
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`,
    status,
  );
}
