import { randomUUID } from "node:crypto";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Attempt } from "@meetbot/model/limit.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import { isMailAddress } from "@meetbot/protocol";
import { mailboxOf } from "../../identity/mailbox-of.ts";
import { accountProofs } from "../../identity/proofs.ts";
import { type TranscriptLine, transcriptMail } from "../../mail/transcript-mail.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import type { Readings } from "../../store/logs/readings.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { readLines } from "./read-lines.ts";

/** The dependencies of mailing a conversation. */
export interface MailTranscriptDeps {
  mailbox: Pick<Mailbox, "stateOf" | "messagesAfter" | "lastSeqOf">;
  mailer: Mailer;
  limits: Pick<Limits, "count">;
  readings: Pick<Readings, "note">;
}

/** The result; `not_proved` if the customer has not proved that the mailbox is theirs. */
export type MailingOutcome =
  | { kind: "sent" | "not_proved" | "failed" }
  | { kind: "limited"; retryAfterS: number };

/** The most messages to mail: the newest ones. Nobody reads a longer mail. */
const maxMessages = 300;

/** Mail servers take 10 MB and more; the text travels twice, as HTML too, and a third longer than it is. */
const maxTextBytes = 512 * 1024;

const hourS = 60 * 60;

/** A customer wants one transcript, and another after the next question; nobody may fill a mailbox with them. */
const attemptsFor = (ref: ConversationRef, email: string, item: string): Attempt[] => [
  { limit: "conversation_transcripts", subject: ref.conversationId, item, max: 3, windowS: hourS },
  { limit: "email_transcripts", subject: mailboxOf(email), item, max: 6, windowS: 24 * hourS },
  { limit: "bot_transcripts", subject: "", item, max: 1000, windowS: hourS },
];

/**
 * Mails a conversation to its customer, only to an email that they proved to be theirs (by a code sent to it, or
 * because the shop vouches for it). The mail holds what the customer may see at this moment.
 */
export async function mailTranscript(
  bot: Bot,
  ref: ConversationRef & { shownFrom: number },
  { mailbox, mailer, limits, readings }: MailTranscriptDeps,
  now: number,
): Promise<MailingOutcome> {
  const state = await mailbox.stateOf(ref);
  const email = accountProofs(state?.proofs ?? [], now).find(({ value }) =>
    isMailAddress(value),
  )?.value;
  if (!state || email === undefined) return { kind: "not_proved" };
  const [exceeded] = await limits.count(bot.id, attemptsFor(ref, email, randomUUID()));
  if (exceeded) return { kind: "limited", retryAfterS: exceeded.retryAfterS };
  const { locale } = state.dialog;
  const lines = newestOf(readLines(await newestMessages(mailbox, ref), { bot, locale, now }));
  const mail = { to: email, ...transcriptMail(locale, oneLine(bot.name), lines) };
  const detail = { conversation: ref.conversationId };
  await readings.note(ref.botId, { actor: "customer", action: "transcript_mailed", detail });
  return { kind: (await mailer.send(mail)) === "sent" ? "sent" : "failed" };
}

/** Returns the newest messages, without those that are hidden from the customer who has the conversation now. */
async function newestMessages(
  mailbox: MailTranscriptDeps["mailbox"],
  ref: ConversationRef & { shownFrom: number },
): Promise<Message[]> {
  const last = await mailbox.lastSeqOf(ref);
  const after = Math.max(0, last - maxMessages, ref.shownFrom);
  return mailbox.messagesAfter(ref, after, maxMessages);
}

/** The newest of them that a mail has room for, and the last one in any case. */
function newestOf(lines: readonly TranscriptLine[]): TranscriptLine[] {
  let bytes = 0;
  const first = lines.findLastIndex(({ text }) => {
    bytes += Buffer.byteLength(text);
    return bytes > maxTextBytes;
  });
  return lines.slice(Math.min(first + 1, lines.length - 1));
}

/** A name with line breaks could write lines of the mail. */
const oneLine = (name: string) => name.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
