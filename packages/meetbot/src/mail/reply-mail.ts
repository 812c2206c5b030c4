import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { languages, say } from "@meetbot/presentation";
import { html } from "hono/html";

/** The content of a mail with a person's answer. Names and texts are of any characters. */
export interface ReplyMailOptions {
  locale: Locale;
  botName: string;
  person: string;
  /** The agent's messages; empty if the mailbox is unproved and must not receive them. */
  texts: readonly string[];
  /** The link that continues the chat. */
  link: string;
}

/** Returns the email that delivers an agent's answer to a customer who has left. */
export function replyMail({
  locale,
  botName,
  person,
  texts,
  link,
}: ReplyMailOptions): Omit<Mail, "to"> {
  const names = { bot: toOneLine(botName), person: toOneLine(person) };
  const subject = say(locale, "replyMailSubject", names);
  const key = texts.length > 0 ? "replyMailBefore" : "replyMailWithout";
  const before = say(locale, key, names);
  const go = say(locale, "replyMailLink");
  const after = [
    say(locale, "replyMailValid"),
    say(locale, "replyMailAnswer"),
    say(locale, "replyMailNotYou"),
  ];
  return {
    subject,
    text: `${[before, ...texts, `${go}:\n${link}`, ...after].join("\n\n")}\n`,
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
${texts.map((text) => html`<p style="${quote}">${text}</p>\n`)}<p><a href="${link}" style="${button}">${go}</a></p>
${after.map((text) => html`<p>${text}</p>\n`)}</body>
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
const quote = "white-space:pre-wrap;padding-left:12px;border-left:3px solid #767676";
const button =
  "display:inline-block;padding:12px 20px;border:2px solid #767676;border-radius:8px;font-weight:bold";
