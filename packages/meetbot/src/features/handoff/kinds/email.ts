import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { Mail, MailOutcome } from "@meetbot/model/mail.ts";
import { isMailAddress } from "@meetbot/protocol";
import { html } from "hono/html";
import type { Bridge, BridgeMeans, DeskOutcome, DeskWords } from "../form/bridge.ts";
import { bridgeWords } from "../form/bridge-words.ts";

/** A customer's messages within half a minute go into one email. */
const gathersMs = 30_000;

/**
 * A mailbox of the shop's: one thread for each conversation. Nothing is read there: who answers does so by the link
 * into the console.
 */
export const email: Bridge = {
  kind: "email",
  secretFields: [],
  gathersMs,
  read({ email: given = "" }) {
    const to = given.trim();
    if (!isMailAddress(to)) return { fault: "invalid_email", field: "email" };
    const at = to.lastIndexOf("@");
    return { secrets: { email: to }, shown: `${[...to][0]}…${to.slice(at)}` };
  },
  test: ({ name }, secrets, { locale, ...means }) =>
    send({ ...toMail(oneLine(name), bridgeWords[locale].test, null) }, secrets, means),
  /** The first words open the thread. */
  async open({ bot, conversationId, url, deskLocale }) {
    const subject = bridgeWords[deskLocale].subject(oneLine(bot.name), conversationId.slice(-6));
    const answer = url === null ? null : bridgeWords[deskLocale].answerThere;
    const place = { thread: conversationId, subject, ...(url !== null && { url }) };
    return { kind: "done", place: { ...place, ...(answer !== null && { answer }) } };
  },
  say: (place, words, secrets, means) => write(place, words, secrets, means),
  note: (place, words, secrets, means) => write(place, words, secrets, means),
  status: async () => ({ kind: "done" }),
  close: async () => ({ kind: "done" }),
  hear: null,
};

function write(
  { thread = "", subject = "", url, answer = "" }: DeskPlace,
  { id, text, isFirst }: DeskWords,
  secrets: BridgeSecrets,
  means: BridgeMeans,
): Promise<DeskOutcome> {
  const mail = toMail(
    isFirst ? subject : `Re: ${subject}`,
    text,
    url === undefined ? null : { url, answer },
  );
  return send({ ...mail, thread: { id: isFirst ? thread : id, first: thread } }, secrets, means);
}

async function send(
  mail: Omit<Mail, "to">,
  { email: to = "" }: BridgeSecrets,
  { mailer }: Pick<BridgeMeans, "mailer">,
): Promise<DeskOutcome> {
  const failed = { kind: "failed", httpStatus: null } as const;
  if (!mailer) {
    return { ...failed, problem: "this server has no mail server: set MEETBOT_SMTP_URL" };
  }
  const outcome = await mailer.send({ to, ...mail });
  return outcome === "sent" ? { kind: "done" } : { ...failed, problem: problems[outcome] };
}

const problems: Record<Exclude<MailOutcome, "sent">, string> = {
  address_refused: "the mail server knows no such mailbox",
  failed: "the mail server did not take the mail; its log tells why",
};

/** A name with line breaks could write lines of the mail, and invisible characters reorder them. */
const oneLine = (name: string) => name.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();

function toMail(
  subject: string,
  text: string,
  link: { url: string; answer: string } | null,
): Omit<Mail, "to"> {
  return {
    subject,
    text: `${text}\n${link ? `\n${link.answer}\n${link.url}\n` : ""}`,
    html: String(html`<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<p style="white-space:pre-wrap">${text}</p>
${link ? html`<p><a href="${link.url}">${link.answer}</a></p>` : ""}
</body>
</html>
`),
  };
}
