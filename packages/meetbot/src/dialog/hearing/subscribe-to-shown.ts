import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { say } from "@meetbot/presentation";
import { sameNumber } from "@meetbot/protocol";
import { spokenOf } from "../context/meant.ts";
import { type DialogContext, type Step, tell } from "../dialogs/moves.ts";
import { isAllTold, newsOf } from "../subscriptions/offer-news.ts";
import { allUpdatesOnSentence, subscribe } from "../subscriptions/tell-of-news.ts";
import { aside } from "./aside.ts";

/** “Let me know when it ships”: subscribes the customer to the current order or parcel, as its button does. */
export function subscribeToShown(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  if (!speaker.offersNews) return aside(state, say(locale, "notify"), speaker);
  if (isAllTold(state)) return tell(state, allUpdatesOnSentence(state, speaker));
  const number = spokenOf(state)?.number ?? null;
  if (number === null) return aside(state, say(locale, "newsWhich"), speaker);
  const { offered } = newsOf(state);
  const offer = offered.findLast(({ shownBy }) => sameNumber(shownBy, number));
  if (!offer) return aside(state, say(locale, "newsNothingToCome"), speaker);
  return subscribe({ ...state, misunderstood: 0 }, offer);
}
