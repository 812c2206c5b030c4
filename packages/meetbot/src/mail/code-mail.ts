import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { languages, say } from "@meetbot/presentation";
import { html } from "hono/html";

/** The contents of a mail with a code. The code has 6 digits; a bot's name is any text. */
export interface CodeMailOptions {
  locale: Locale;
  botName: string;
  code: string;
}

/** Returns the email with a code. The subject omits the code, because mail servers log subjects. */
export function codeMail({ locale, botName, code }: CodeMailOptions): Omit<Mail, "to"> {
  const bot = toOneLine(botName);
  const subject = say(locale, "mailSubject", { bot });
  const before = say(locale, "mailWhy", { bot });
  const after = [say(locale, "mailValid"), say(locale, "mailNotYou"), say(locale, "mailNever")];
  return {
    subject,
    text: `${[before, code, ...after].join("\n\n")}\n`,
    html: page(languages[locale].cards.tag, subject, before, code, after),
  };
}

/** A name with line breaks could write lines of the mail, and invisible characters reorder them. */
function toOneLine(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

const column =
  "max-width:560px;margin:0 auto;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.5";
const paragraph = "margin:0 0 16px";
const box = `${paragraph};padding:16px;border:2px solid #767676;border-radius:8px;text-align:center`;
const digits =
  "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:36px;line-height:1.2;font-weight:bold;letter-spacing:4px;white-space:nowrap;-webkit-user-select:all;user-select:all";

/**
 * Text and background set no colors, so light, dark and inverting mail programs all keep their contrast; the frame's
 * gray is visible on black and on white. A margin separates the code's halves, so that copying yields six digits.
 */
function page(lang: string, title: string, before: string, code: string, after: string[]): string {
  return String(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
</head>
<body style="margin:0">
<div lang="${lang}" style="${column}">
<p style="${paragraph}">${before}</p>
<p style="${box}"><span style="${digits}">${code.slice(0, 3)}<span style="margin-left:12px">${code.slice(3)}</span></span></p>
${after.map((text) => html`<p style="${paragraph}">${text}</p>\n`)}</div>
</body>
</html>
`);
}
