import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { languages, say } from "@meetbot/presentation";
import { html } from "hono/html";

/** One message of a transcript: its author, time and text. */
export interface TranscriptLine {
  from: string;
  at: string;
  text: string;
}

/** The mail that carries a conversation to the customer who had it. A bot's name is one line of any text. */
export function transcriptMail(
  locale: Locale,
  bot: string,
  lines: readonly TranscriptLine[],
): Omit<Mail, "to"> {
  const subject = say(locale, "transcriptSubject", { bot });
  const before = say(locale, "transcriptBefore", { bot });
  const after = say(locale, "transcriptAfter");
  const said = lines.map(({ from, at, text }) => `${from} · ${at}\n${text}`);
  return {
    subject,
    text: `${[before, ...said, after].join("\n\n")}\n`,
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
${lines.map(
  ({ from, at, text }) =>
    html`<p style="white-space:pre-wrap"><b>${from}</b> · ${at}<br>${text}</p>\n`,
)}<p>${after}</p>
</body>
</html>
`),
  };
}

/** Text and background set no colors, so light, dark and inverting mail programs keep their contrast. */
const column =
  "max-width:640px;margin:0 auto;padding:16px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5";
