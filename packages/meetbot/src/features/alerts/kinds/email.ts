import type { AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { isMailAddress } from "@meetbot/protocol";
import { html } from "hono/html";
import type { Alert, AlertMeans, AlertOutcome, AlertWay } from "../form/alert.ts";
import { alertWords } from "../form/alert-words.ts";
import { cut } from "../form/cut.ts";
import { plainText } from "../form/plain-text.ts";

/** A team soon mutes a mailbox that gets a mail for each event; the first mail lists customers who have waited long. */
const digestEveryMinutes = 10;

/** A mail lists this many events one by one, and counts the others. */
const maxShown = 20;

/**
 * Sends mail to one mailbox, through the mail server that also sends codes. The first mail covers what nobody has
 * handled within two minutes (`mail-digest.ts` in the store), the next everything that has accumulated since.
 */
export const email: AlertWay = {
  kind: "email",
  perMinute: 1 / digestEveryMinutes,
  read({ email: given = "" }) {
    const to = given.trim();
    if (!isMailAddress(to)) return { fault: "invalid_email" };
    return { secrets: { email: to }, shown: showMailbox(to) };
  },
  send: (alert, secrets, means) => sendAll([alert], secrets, means),
  sendAll,
};

async function sendAll(
  alerts: readonly [Alert, ...Alert[]],
  { email: to = "" }: AlertSecrets,
  { mailer }: AlertMeans,
): Promise<AlertOutcome> {
  const failed = { kind: "failed", httpStatus: null } as const;
  if (!mailer) {
    return { ...failed, problem: "this server has no mail server: set MEETBOT_SMTP_URL" };
  }
  const outcome = await mailer.send({ to, ...toMail(alerts) });
  if (outcome === "sent") return { kind: "sent", httpStatus: null };
  return {
    ...failed,
    problem:
      outcome === "address_refused"
        ? "the mail server knows no such mailbox"
        : "the mail server did not take the mail; its log tells why",
  };
}

function showMailbox(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}…${address.slice(at)}`;
}

function toMail(alerts: readonly [Alert, ...Alert[]]): Omit<Mail, "to"> {
  const [{ bot, locale, title }] = alerts;
  const words = alertWords[locale];
  const all = countAlike(alerts);
  const shown = all.slice(0, maxShown);
  const left = all.length > maxShown ? words.more(all.length - maxShown) : null;
  const about = alerts.length === 1 ? title : words.many(alerts.length);
  const subject = cut(`${bot.name}: ${about}`.replace(/\s+/g, " "), 150);
  return {
    subject,
    text: `${[...shown.map(plainText), ...(left ? [left] : [])].join("\n\n")}\n`,
    html: String(html`<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
${shown.map(toHtml)}${left ? html`<p>${left}</p>` : ""}
</body>
</html>
`),
  };
}

const toHtml = ({ title, lines, link }: Alert) => html`<p><b>${title}</b></p>
${lines.map(({ label, value }) => html`<p style="white-space:pre-wrap">${label}: ${value}</p>\n`)}
${link ? html`<p><a href="${link.url}">${link.label}</a></p>` : ""}
`;

/** Merges repeated events of one conversation into one with a count; events with a message text stay separate. */
function countAlike(alerts: readonly Alert[]): Alert[] {
  const alike = Map.groupBy(alerts, ({ id, type, conversationId, text }) =>
    text === null && conversationId !== null ? `${type} ${conversationId}` : id,
  );
  return [...alike.values()].flatMap((same) => {
    const last = same.at(-1);
    if (!last) return [];
    return { ...last, title: same.length > 1 ? `${last.title} (${same.length})` : last.title };
  });
}
