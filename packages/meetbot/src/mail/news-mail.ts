import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import type { News } from "@meetbot/model/push/notification.ts";
import { languages, newsSentence, say } from "@meetbot/presentation";
import { html } from "hono/html";

/** The content of an update mail: what became of the order, and nothing else. */
export interface NewsMailOptions {
  locale: Locale;
  /** Of any characters. */
  botName: string;
  news: Pick<News, "of" | "status">;
  /** Link that continues the chat; `null` if the chat is on a platform. */
  link: string | null;
  /** Ends such mails. */
  unsubscribe: string;
}

/** Returns the mail that informs a customer who subscribed to it about an order. */
export function newsMail(options: NewsMailOptions): Omit<Mail, "to"> {
  const { locale, botName, news, link, unsubscribe } = options;
  const bot = toOneLine(botName);
  const sentence = newsSentence(locale, news.of, news.status);
  const subject = say(locale, "newsMailSubject", { bot, news: sentence });
  const before = say(locale, "newsMailHello", { bot });
  const go = say(locale, "replyMailLink");
  const valid = link ? [say(locale, "replyMailValid")] : [];
  const why = say(locale, "newsMailWhy", { bot });
  const stop = say(locale, "newsMailStop");
  const links = link ? [`${go}:\n${link}`, ...valid] : [];
  return {
    subject,
    unsubscribe,
    text: `${[before, sentence, ...links, why, `${stop}:\n${unsubscribe}`].join("\n\n")}\n`,
    html: String(html`<!doctype html>
<html lang="${languages[locale].cards.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body style="${column}">
<p>${before}</p>
<p><b>${sentence}</b></p>
${link ? html`<p><a href="${link}" style="${button}">${go}</a></p>\n` : ""}${valid.map((text) => html`<p>${text}</p>\n`)}<p>${why}</p>
<p><a href="${unsubscribe}">${stop}</a></p>
</body>
</html>
`),
  };
}

/** A name with line breaks could write lines of the mail, and invisible characters reorder them. */
function toOneLine(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

/** Text and background set no colors, so light, dark and inverting mail programs keep their contrast. */
const column =
  "max-width:560px;margin:0 auto;padding:16px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5";
const button =
  "display:inline-block;padding:12px 20px;border:2px solid #767676;border-radius:8px;font-weight:bold";
