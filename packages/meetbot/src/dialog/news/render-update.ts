import type { Plan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { newsSentence, parcelStatuses, say } from "@meetbot/presentation";
import { answerOrder, answerPackages } from "../answers/order-answer.ts";
import { menuChoice } from "../dialogs/choices.ts";
import { type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";

/** The shop's event, as far as this customer may see it. */
export interface ShopUpdate {
  of: "order" | "package";
  status: string;
  plan: Plan;
  answer: ShownAnswer;
}

/**
 * Describes an order or a parcel as if the customer had asked for its status: with its card, and so that they can ask
 * about it. A pending question stays pending. Once the customer's proof has expired, the update only says that there is
 * news.
 */
export function renderUpdate(
  state: DialogState,
  { of, status, plan, answer }: ShopUpdate,
  speaker: DialogContext,
): Step {
  const told = renderShownUpdate(state, plan, answer, speaker);
  if (!told) {
    const choices = [menuChoice(state.locale, of === "order" ? "orders" : "packages")];
    return tell(state, text(say(state.locale, "newsHidden"), { choices }));
  }
  const headline = isOfTheWay(of, status) ? null : newsSentence(state.locale, of, status);
  const replies = told.replies.map((reply, nth) => (nth === 0 ? behind(headline, reply) : reply));
  return { ...told, replies, state: { ...told.state, form: state.form } };
}

function renderShownUpdate(
  state: DialogState,
  plan: Plan,
  answer: ShownAnswer,
  speaker: DialogContext,
): Step | null {
  if (answer.kind === "orders") {
    const order = answer.orders.find(({ level }) => level !== 0);
    return order ? answerOrder(state, order, null, plan, speaker) : null;
  }
  if (answer.kind !== "packages") return null;
  const own = answer.packages.filter(({ level }) => level !== 0);
  return own.length > 0 ? answerPackages(state, own, plan, speaker, []) : null;
}

/** Whether the sentence about a parcel's location already covers this status. */
const isOfTheWay = (of: ShopUpdate["of"], status: string): boolean =>
  of === "package" &&
  (status === "delivered" ||
    (parcelStatuses as Record<string, { kind: string }>)[status]?.kind === "way");

/** Puts the current location after the headline of the update. */
function behind(headline: string | null, reply: Reply): Reply {
  if (headline === null || reply.kind !== "text") return reply;
  return { ...reply, text: `${headline}\n${reply.text}` };
}
