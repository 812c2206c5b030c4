import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationState, Message } from "@meetbot/model/conversation/conversation.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import { comparableAccount, isMailAddress } from "@meetbot/protocol";
import type { Logger } from "pino";
import { mailboxOf } from "../../identity/mailbox-of.ts";
import { replyMail } from "../../mail/reply-mail.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import { hashToken, newLinkToken } from "../../secrets/token.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { DueReplyMail, ReplyMailOutcome } from "../../store/waiting/reply-mails.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";
import { holdsOrderData } from "./holds-order-data.ts";

/** The dependencies of mailing agents' replies. */
export interface ReplyMailDeps {
  waiting: Pick<
    WaitingStore,
    "claimReplyMails" | "endReplyMail" | "leftEmailOf" | "makeReturnLink"
  >;
  mailbox: Pick<Mailbox, "stateOf" | "messagesAfter">;
  limits: Pick<Limits, "count">;
  mailer: Mailer;
  botOf(botId: string): Promise<Bot | null>;
  /** This server's public address, without a trailing slash. */
  publicUrl: string;
  log: Pick<Logger, "warn">;
}

/** How many mails a node claims at once; each waits for the mail server for a few seconds at most. */
const maxAtOnce = 10;

/** So much of a stretch is mailed: more is read in the chat. */
const maxMessages = 50;
const maxCharacters = 20_000;

/** How many mails with agents' replies one mailbox gets in a day, across all chats it was entered in. */
const maxMailsADay = 20;
const dayS = 24 * 60 * 60;

const notMailed = "what a person answered could not be mailed";

/** Mails agents' replies to customers who have left. Returns how many mails were due. */
export async function sendReplyMails(deps: ReplyMailDeps): Promise<number> {
  const due = await deps.waiting.claimReplyMails(maxAtOnce);
  await Promise.all(
    due.map(async (mail) => {
      const outcome = await sendOne(mail, deps).catch((error: unknown): ReplyMailOutcome => {
        deps.log.warn({ err: error, conversation: mail.conversationId }, notMailed);
        return "failed";
      });
      await deps.waiting.endReplyMail(mail, outcome);
    }),
  );
  return due.length;
}

async function sendOne(due: DueReplyMail, deps: ReplyMailDeps): Promise<ReplyMailOutcome> {
  const { waiting, mailbox, limits, mailer } = deps;
  const bot = await deps.botOf(due.botId);
  const state = await mailbox.stateOf(due);
  if (!bot || !state) return "no_address";
  const address = mailAddressOf(await waiting.leftEmailOf(due), state);
  if (!address) return "no_address";
  const written = writtenBy(await mailbox.messagesAfter(due, due.afterSeq, maxMessages));
  const person = written.at(-1)?.name;
  if (person === undefined) return "seen";
  const [exceeded] = await limits.count(due.botId, [
    {
      ...{ limit: "mailbox_reply_mails", subject: mailboxOf(address.email), max: maxMailsADay },
      ...{ item: `${due.conversationId} ${due.afterSeq}`, windowS: dayS },
    },
  ]);
  if (exceeded) return "refused";
  const token = newLinkToken();
  const link = {
    tokenHash: hashToken(token),
    email: address.email,
    shownFrom: address.isProved ? 0 : due.afterSeq,
  };
  if (!(await waiting.makeReturnLink(due, link))) return "no_address";
  const texts = written.map(({ text }) => text);
  const titles = state.dialog.shown.flatMap((shown) => shown.titles);
  const isFit = address.isProved || !texts.some((text) => holdsOrderData(text, titles));
  const sent = await mailer.send({
    to: address.email,
    ...replyMail({
      ...{ locale: state.dialog.locale, botName: bot.name, person },
      texts: isFit && texts.join("").length <= maxCharacters ? texts : [],
      link: `${deps.publicUrl}/chat/${bot.id}/r/${token}`,
    }),
  });
  if (sent === "sent") return "sent";
  return sent === "address_refused" ? "refused" : "failed";
}

/** Returns the address that the customer left for replies, or else the mailbox that they proved to be theirs. */
export function mailAddressOf(
  left: string | null,
  state: Pick<ConversationState, "proofs"> | null,
): { email: string; isProved: boolean } | null {
  const proved = (state?.proofs ?? [])
    .filter(({ kind, source }) => kind === "account" && proves.has(source))
    .map(({ value }) => value)
    .filter(isMailAddress);
  const email = left ?? proved.at(-1);
  if (email === undefined) return null;
  const isProved = proved.some((one) => comparableAccount(one) === comparableAccount(email));
  return { email, isProved };
}

/** Includes proofs that have expired: the owner of a mailbox does not change within hours. */
const proves: ReadonlySet<string> = new Set(["signed", "code", "link"]);

/** Returns the messages that people wrote, with the names that customers see. */
function writtenBy(messages: readonly Message[]): { text: string; name: string }[] {
  return messages.flatMap((message) =>
    message.from === "person" && message.reply.kind === "text"
      ? [{ text: message.reply.text, name: message.name }]
      : [],
  );
}
