import { createHash } from "node:crypto";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { News, WayOutcome } from "@meetbot/model/push/notification.ts";
import { mailboxOf } from "../../../identity/mailbox-of.ts";
import { newsMail } from "../../../mail/news-mail.ts";
import type { Limits } from "../../../platform/attempts/limits.ts";
import { hashToken, newLinkToken } from "../../../secrets/token.ts";
import type { Mailbox } from "../../../store/mailbox/mailbox.ts";
import type { WaitingStore } from "../../../store/waiting/waiting-store.ts";
import type { WaysStore } from "./ways-store.ts";

/** What sending updates by mail requires. */
export interface EmailWayDeps {
  ways: Pick<WaysStore, "newsEmailOf" | "endNewsEmail" | "stopTokenOf">;
  waiting: Pick<WaitingStore, "makeReturnLink">;
  mailbox: Pick<Mailbox, "stateOf">;
  limits: Pick<Limits, "count">;
  botOf(botId: string): Promise<Bot | null>;
  /** `null`: this server sends no mails. */
  mailer: Mailer | null;
  /** The public URL of this server; `null` if unknown, and then a mail would have no link target. */
  publicUrl: string | null;
}

/** Emails that a mailbox gets per day, across all conversations that verified it. */
const maxMailsADay = 20;
const dayS = 24 * 60 * 60;

/** How long until a mail is retried after the mail server refused it or could not be reached. */
const againMs = 5 * 60_000;

/** Notifies a customer by email, only at the mailbox that they verified in this conversation. */
export function createTellByEmail(deps: EmailWayDeps) {
  const { ways, waiting, mailbox, limits, botOf, mailer } = deps;
  const publicUrl = deps.publicUrl?.replace(/\/$/, "");
  return async (news: News): Promise<WayOutcome> => {
    const bot = await botOf(news.botId);
    if (!bot || !mailer || !publicUrl) return { kind: "no_way", because: "unavailable" };
    const to = await ways.newsEmailOf(news);
    const state = to && (await mailbox.stateOf(news));
    if (!to || !state) return { kind: "no_way", because: "gone" };
    const { botId, conversationId } = news;
    const id = hashOf(news.pushId, botId, conversationId);
    const [exceeded] = await limits.count(botId, [
      {
        ...{ limit: "mailbox_news_mails", subject: mailboxOf(to.email), max: maxMailsADay },
        ...{ item: id, windowS: dayS },
      },
    ]);
    if (exceeded) return { kind: "no_way", because: "rate" };
    const chat = `${publicUrl}/chat/${botId}`;
    const token = newLinkToken();
    const returns = { tokenHash: hashToken(token), email: to.email, shownFrom: 0 };
    if (!to.isElsewhere && !(await waiting.makeReturnLink(news, returns))) {
      return { kind: "no_way", because: "gone" };
    }
    const sent = await mailer.send({
      to: to.email,
      ...newsMail({
        ...{ locale: state.dialog.locale, botName: bot.name, news },
        link: to.isElsewhere ? null : `${chat}/r/${token}`,
        unsubscribe: `${chat}/u/${await ways.stopTokenOf(news)}`,
      }),
      // Hashed, because the shop's ids may contain order numbers.
      thread: { id: `news.${id}`, first: `order.${hashOf(news.thread, botId, conversationId)}` },
    });
    if (sent === "sent") return { kind: "sent" };
    if (sent === "failed") return { kind: "again", afterMs: againMs };
    await ways.endNewsEmail(news, "bounced");
    return { kind: "no_way", because: "gone" };
  };
}

function hashOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 32);
}
