import type { Mail, Mailer } from "@meetbot/model/mail.ts";
import { type Context, Hono } from "hono";
import { html } from "hono/html";

/** Enough mails for anyone who tries the demo. */
const maxMails = 20;

/** Soon enough for who waits for a code, and time enough to copy it. */
const reloadEveryS = 5;

/** Mails are frames within the page and bound by this policy too: they show only text and colors. */
const contentSecurityPolicy =
  "default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface ReceivedMail extends Mail {
  at: Date;
}

export interface Mailbox {
  mailer: Mailer;
  /** `GET /` for people, `GET /mails` for programs. */
  pages: Hono;
}

/** The demo's mail server and mailbox in one: mails arrive here, in memory, and go nowhere. */
export function createMailbox({ onMail }: { onMail(mail: Mail): void }): Mailbox {
  const newestFirst: ReceivedMail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      newestFirst.unshift({ ...mail, at: new Date() });
      newestFirst.splice(maxMails);
      onMail(mail);
      return "sent";
    },
  };
  const pages = new Hono();
  pages.get("/", (c) => showMails(c, newestFirst));
  pages.get("/mails", (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(newestFirst.map(({ to, subject, text, at }) => ({ to, subject, text, at })));
  });
  return { mailer, pages };
}

function showMails(c: Context, mails: ReceivedMail[]): Response | Promise<Response> {
  c.header("Content-Security-Policy", contentSecurityPolicy);
  c.header("Cache-Control", "no-store");
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${reloadEveryS}">
<title>Mailbox of the demo</title>
</head>
<body style="max-width:720px;margin:0 auto;padding:16px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word">
<h1 style="margin:0 0 8px;font-size:24px">Mailbox of the demo</h1>
<p style="margin:0 0 24px">All mail that the bot sends arrives here. These mails never left this machine. The page reloads itself every ${reloadEveryS} seconds.</p>
${mails.length > 0 ? mails.map(mailEntry) : html`<p>No mail yet. Ask the bot for a code, and it comes here.</p>\n`}</body>
</html>
`);
}

function mailEntry({ to, subject, at, html: body }: ReceivedMail) {
  const time = at.toLocaleString("en", { dateStyle: "medium", timeStyle: "medium" });
  return html`<article style="margin:0 0 24px;border:1px solid #767676;border-radius:8px">
<h2 style="margin:12px 16px 0;font-size:18px">${subject}</h2>
<p style="margin:4px 16px 12px">To ${to} · <time datetime="${at.toISOString()}">${time}</time></p>
<iframe sandbox srcdoc="${body}" title="The mail to ${to}" style="display:block;width:100%;height:420px;border:0;border-top:1px solid #767676"></iframe>
</article>
`;
}
