import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { named } from "../context/meant.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { isOfOwnWords } from "./own-words.ts";

/** Concerns that, asked about a list, ask which of its orders they apply to. */
const aboutParcels: ReadonlySet<Recognition["concern"]> = new Set<Recognition["concern"]>([
  "late",
  "stuck",
  "not_here",
  "missing_item",
]);

/** Returns the recognition, without a concern that the words suggest but that does not apply in this conversation. */
export function withMeantConcern(
  said: Recognition,
  before: DialogState,
  speaker: DialogContext,
): Recognition {
  const { concern, intent, narrowing } = said;
  if (concern === null && narrowing === null) return said;
  if (isOfOwnWords(concern)) return asksBesides(said, before, speaker) ? unconcerned(said) : said;
  if (concern === "apology" && correctsGoods(said, before, speaker)) return unconcerned(said);
  // “Where is the second one?” refers to the list on the screen.
  if (concern === "missing_item" && said.ordinals.length > 0 && before.shown.length > 1) {
    return unconcerned(said);
  }
  // “Which were refunded?” asks for orders, not for an action.
  if (narrowing?.state === "refunded" && (concern === "refund" || concern === null)) {
    return { ...unconcerned(said), topic: null, isOtherTopic: false };
  }
  const isCanceled = narrowing?.state === "canceled" && concern === "cancel_order";
  const isOfList = narrowing?.survey !== undefined && aboutParcels.has(concern);
  if (!isCanceled && !isOfList) return said;
  return { ...unconcerned(said), intent: intent === "cancel" ? "order_query" : intent };
}

const unconcerned = (said: Recognition): Recognition => ({ ...said, concern: null });

/** A longer text is a separate statement, not just a reply to the bot. */
const maxReplyLength = 60;

/** Whether the customer asks, states or refers to something besides “are you sure?”. */
function asksBesides(said: Recognition, before: DialogState, speaker: DialogContext): boolean {
  const { about, topic, narrowing, filter, bareIdentifier, entities, text } = said;
  return (
    about.length > 0 ||
    [topic, narrowing, filter, bareIdentifier].some((one) => one !== null) ||
    entities.orderNumbers.length + entities.packageNumbers.length > 0 ||
    text.length > maxReplyLength ||
    named(before, said, speaker).length > 0
  );
}

const corrects = /\b(?:mean|meant)\b|是说|说的是|指的是/i;

/** “No, I mean the red mugs.” */
const correctsGoods = (
  { text, locale }: Recognition,
  { account, email }: DialogState,
  { namesGoods }: DialogContext,
): boolean => (account ?? email) !== null && corrects.test(text) && namesGoods(text, locale, true);
