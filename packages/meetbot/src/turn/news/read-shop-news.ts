import type { Action } from "@meetbot/model/conversation/action.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Held } from "@meetbot/model/desk/holder.ts";
import { type DialogContext, isOffered, type NewsWord, spoken, step } from "../../dialog/step.ts";
import { namesUpdates, newsWord } from "../../recognition/news/news-word.ts";
import { recognize } from "../../recognition/recognize.ts";
import type { Turn } from "../../store/mailbox/turn.ts";

/**
 * Returns what an event says about this customer's updates, if it says nothing else; `null`: nothing. A word about
 * orders counts only while the bot asks nothing else and nobody was called. A customer who ends updates that they never
 * had is shown which there are.
 */
export function readShopNews(
  event: EventContent,
  dialog: DialogState,
  { holder }: Pick<Held, "holder">,
): NewsWord | null {
  if (event.kind !== "text") return null;
  const { on = [], stopped = [] } = dialog.news ?? {};
  const word = newsWord(event.text);
  if (word === "start") return stopped.length > 0 ? word : null;
  if (word === null || (word === "stop" && on.length > 0)) return word;
  // A customer who stopped updates may repeat that; otherwise, while the bot asks something, the word answers that.
  const asksElse = dialog.form !== null || dialog.besides !== undefined;
  if (holder !== "bot" || asksElse || isOffered(dialog, event.text)) return null;
  if (on.length === 0 && stopped.length === 0) {
    return word === "which" || namesUpdates(event.text) ? "which" : null;
  }
  return word === "stop" || word === "which" || on.length > 0 ? word : null;
}

/** Returns the dialog in the language of the customer's words about updates, if they reveal one. */
export function inItsLanguage(
  dialog: DialogState,
  text: string,
  speaker: DialogContext,
): DialogState {
  const fallbackLocale = spoken(dialog.locale, speaker);
  return { ...dialog, locale: recognize(text, { fallbackLocale }).locale };
}

type Told = Pick<Turn, "state" | "replies" | "subscription">;

/**
 * Handles a word about customer updates, no matter who answers: ending them counts at once, and is confirmed once,
 * except where another app speaks in the chat. `null` when the event is no such word.
 */
export function newsBesidePerson(
  event: EventContent,
  state: ConversationState,
  { tapped, held, speaker }: { tapped: Action | null; held: Held; speaker: DialogContext },
): Told | null {
  const word = tapped?.kind === "stop_news" ? "stop" : readShopNews(event, state.dialog, held);
  if (word === null) return null;
  const {
    state: dialog,
    replies,
    subscription,
  } = step(state.dialog, { kind: "news_word", word }, speaker);
  return {
    state: { ...state, dialog },
    replies: event.quiet
      ? []
      : replies.flatMap((reply) =>
          reply.kind === "text"
            ? [{ kind: "text" as const, text: reply.text, locale: dialog.locale }]
            : [],
        ),
    ...(subscription && { subscription }),
  };
}
