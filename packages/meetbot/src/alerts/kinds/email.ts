import { isMailAddress } from "@meetbot/protocol";
import { html } from "hono/html";
import type { Mail } from "../../model/mail.ts";
import type { Alert, AlertWay } from "../form/alert.ts";
import { cut } from "../form/cut.ts";
import { plainText } from "../form/plain-text.ts";

/** A mail to one mailbox, through the mail server that codes are sent by. */
export const email: AlertWay = {
  kind: "email",
  perMinute: 10,
  read({ email: given = "" }) {
    const to = given.trim();
    if (!isMailAddress(to)) return { fault: "invalid_email" };
    return { secrets: { email: to }, shown: showMailbox(to) };
  },
  async send(alert, { email: to = "" }, { mailer }) {
    const failed = { kind: "failed", httpStatus: null } as const;
    if (!mailer) {
      return { ...failed, problem: "this server has no mail server: set MEETBOT_SMTP_URL" };
    }
    const outcome = await mailer.send({ to, ...toMail(alert) });
    if (outcome === "sent") return { kind: "sent", httpStatus: null };
    return {
      ...failed,
      problem:
        outcome === "address_refused"
          ? "the mail server knows no such mailbox"
          : "the mail server did not take the mail; its log tells why",
    };
  },
};

function showMailbox(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}…${address.slice(at)}`;
}

function toMail(alert: Alert): Omit<Mail, "to"> {
  const { title, lines, link, bot } = alert;
  const subject = cut(`${bot.name}: ${title}`.replace(/\s+/g, " "), 150);
  return {
    subject,
    text: `${plainText(alert)}\n`,
    html: String(html`<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<p><b>${title}</b></p>
${lines.map(({ label, value }) => html`<p style="white-space:pre-wrap">${label}: ${value}</p>\n`)}
${link ? html`<p><a href="${link.url}">${link.label}</a></p>` : ""}
</body>
</html>
`),
  };
}
