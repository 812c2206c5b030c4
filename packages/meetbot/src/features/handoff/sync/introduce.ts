import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { CallReason } from "@meetbot/model/desk/holder.ts";
import { isMailAddress } from "@meetbot/protocol";
import { maskNumber } from "../../../merchant/masking/mask-text.ts";
import { type Panel, type PanelDeps, readPanel } from "../../../operations/desk/panel.ts";
import type { Introduction } from "../form/told.ts";
import { talkWords } from "./talk-words.ts";

/** Desks never receive whether answers are mailed. */
const mailsReplies = () => false;

export interface IntroduceDeps extends Omit<PanelDeps, "mailsReplies"> {
  botOf(botId: string): Promise<Bot | null>;
  /** The console's public URL, without a trailing slash; `null` if unknown. */
  publicUrl: string | null;
}

/** How to write to a desk. */
export interface DeskManners {
  locale: AlertLocale;
  withNumbers: boolean;
}

/** Returns the introduction of a conversation to a desk, from the records. `null` when the conversation is gone. */
export async function introduce(
  ref: ConversationRef & DeskManners,
  deps: IntroduceDeps,
): Promise<Introduction | null> {
  const bot = await deps.botOf(ref.botId);
  if (!bot) return null;
  const [panel, row] = await Promise.all([
    readPanel(ref, bot, { ...deps, mailsReplies }),
    deps.desk.find(ref),
  ]);
  if (!panel) return null;
  const { conversationId } = ref;
  const url =
    deps.publicUrl === null
      ? null
      : `${deps.publicUrl}/console/bots/${encodeURIComponent(bot.id)}/inbox?conversation=${encodeURIComponent(conversationId)}`;
  const opening = {
    bot: { id: bot.id, name: bot.name },
    ...{ conversationId, channel: panel.logged.channel, url },
    locale: panel.logged.locale,
    deskLocale: ref.locale,
    email: provedEmail(panel),
  };
  const summary = summaryOf(panel, {
    ...{ reason: row?.reason ?? "asked", since: row?.waitingSince ?? null, bot },
    ...{ locale: ref.locale, withNumbers: ref.withNumbers },
  });
  return { opening, summary };
}

/**
 * Returns only an email that is currently proved, so that no customer is merged with a stranger who typed the same one.
 */
const provedEmail = ({ account }: Pick<Panel, "account">): string | null =>
  account && isMailAddress(account.value) ? account.value : null;

interface SummaryFacts extends DeskManners {
  reason: CallReason;
  since: Date | null;
  bot: Pick<Bot, "name" | "timeZone">;
}

/** Returns what the desk's agents need to know, line by line. Pure. */
export function summaryOf(
  panel: Omit<Panel, "windowEndsAt" | "earlier" | "customerName" | "proofs">,
  { reason, since, bot, locale, withNumbers }: SummaryFacts,
): string {
  const words = talkWords[locale];
  const { logged, account, asked, numbers, shown, failed, notUnderstood } = panel;
  const number = (one: string) => (withNumbers ? one : maskNumber(one));
  const line = (label: string, values: readonly string[]) =>
    values.length > 0 ? [words.line(label, values)] : [];
  const clock = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: bot.timeZone },
  });
  const email = provedEmail(panel);
  const who = email ? words.proved(email) : account ? words.provedAccount : words.notProved;
  const matters = asked.flatMap(({ intent, topicName }) =>
    topicName !== null
      ? [topicName]
      : intent === "order_query"
        ? [words.order]
        : intent === "package_track"
          ? [words.package]
          : [],
  );
  return [
    words.title,
    words.reasons[reason],
    ...line(words.bot, [bot.name]),
    ...line(words.channel, [logged.channel]),
    ...line(words.language, logged.locale === null ? [] : [logged.locale]),
    ...line(words.since, since === null ? [] : [clock.format(since)]),
    ...line(words.customer, [who]),
    ...line(words.asked, [...new Set(matters)]),
    ...line(
      words.numbers,
      numbers.map((one) => words.named(number(one.number), one.shop)),
    ),
    ...line(
      words.shown,
      shown.map((one) => `${words[one.kind]} ${one.number === null ? "····" : number(one.number)}`),
    ),
    ...(failed.length > 0 ? [words.failed(failed.length)] : []),
    ...(notUnderstood > 0 ? [words.notUnderstood(notUnderstood)] : []),
  ].join("\n");
}
