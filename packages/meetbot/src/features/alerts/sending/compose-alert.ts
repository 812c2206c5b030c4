import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import type { Alert } from "../form/alert.ts";
import { alertWords } from "../form/alert-words.ts";

/** The data for an alert. */
export interface AlertSource {
  id: string;
  type: DeskEventType;
  at: Date;
  facts: Record<string, unknown>;
  bot: Alert["bot"];
  conversationId: string | null;
  text: string | null;
  locale: AlertLocale;
  /** The console's public URL, without a trailing slash; `null` if unknown. */
  publicUrl: string | null;
  isTest?: boolean;
}

/** Composes an alert in its readers' language. Pure. */
export function composeAlert(source: AlertSource): Alert {
  const { publicUrl, isTest = false, ...own } = source;
  const { locale, bot, conversationId, text } = own;
  const words = alertWords[locale];
  const path = pathOf(source);
  return {
    ...{ ...own, isTest },
    title: isTest ? words.test : titleOf(source),
    lines: [
      { label: words.bot, value: bot.name },
      ...(conversationId === null ? [] : [{ label: words.conversation, value: conversationId }]),
      ...(text === null ? [] : [{ label: words.message, value: text }]),
    ],
    link: publicUrl === null ? null : { url: publicUrl + path, label: words.open },
  };
}

/** Composes one alert for several waiting customers, based on the first alert but linked to no conversation. Pure. */
export function composeWaiting(first: AlertSource, others: number): Alert {
  if (others === 0) return composeAlert(first);
  const count = others + 1;
  const facts = { count };
  const alert = composeAlert({ ...first, facts, conversationId: null, text: null });
  return { ...alert, title: alertWords[first.locale].waiting(count) };
}

function titleOf({ type, facts, locale }: AlertSource): string {
  const { titles, nobodyCame } = alertWords[locale];
  const isInVain = type === "conversation.returned" && facts.reason === "nobody";
  return isInVain ? nobodyCame : titles[type];
}

/** Returns the path of the console page that shows the event. */
function pathOf({ type, bot, conversationId, isTest }: AlertSource): string {
  const base = `/console/bots/${encodeURIComponent(bot.id)}`;
  if (isTest) return `${base}/notifications`;
  if (type === "shop.unavailable") return `${base}/webhook`;
  if (type === "webhook.rules_broken") return `${base}/deliveries`;
  if (conversationId === null) return type === "conversation.waiting" ? `${base}/inbox` : base;
  return `${base}/inbox?conversation=${encodeURIComponent(conversationId)}`;
}
