import type { Action } from "@meetbot/model/conversation/action.ts";
import type { AccountPlan, Plan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { isPhone } from "@meetbot/protocol";
import { callPerson } from "../dialogs/call-person.ts";
import { askFor } from "../dialogs/form.ts";
import { offerLink } from "../dialogs/linking.ts";
import { askFirst, type DialogContext, howItStands, inquire, type Step } from "../dialogs/moves.ts";
import { prove } from "../dialogs/proving.ts";
import { welcome, withMenu } from "../dialogs/small-talk.ts";
import { askLeftEmail, withoutQuestion } from "../handover/leave-email.ts";
import { rate, rateWithoutWords } from "../handover/rating.ts";
import { stopNews, subscribe } from "../subscriptions/tell-of-news.ts";
import { answerTapped } from "./answer-topic.ts";
import { lookUp } from "./look-up.ts";
import { fillSlot } from "./slots.ts";

/** Returns the step that follows a tap: the bot carries out the choice and guesses nothing. */
export function handleTap(before: DialogState, action: Action, speaker: DialogContext): Step {
  const state = withoutQuestion(before);
  if (action.kind === "ask") return inquire(named(state, action.plan), action.plan);
  if (action.kind === "fill") return fillSlot(state, action.slot, speaker);
  if (action.kind === "prove") return prove(state, action.email, action.plan, speaker);
  if (action.kind === "link") return link(state, action.plan, speaker);
  if (action.kind === "leave_email") return askLeftEmail(state, speaker);
  if (action.kind === "rate") return rate(state, { value: action.value, holder: action.holder });
  if (action.kind === "no_words") return rateWithoutWords(state);
  if (action.kind === "keep_posted") return subscribe(state, action.offer);
  if (action.kind === "stop_news") return stopNews(state, "choice");
  if (action.kind === "topic") return answerTapped(state, action.topic, speaker);
  switch (action.item) {
    case "orders":
      return lookUp(state, nothingSaid, speaker);
    case "packages":
      return askFor(
        state,
        { goal: "packages", filter: "open", awaiting: "package_number" },
        speaker,
      );
    case "help":
      return withMenu(state, "help", speaker);
    case "person":
      return callPerson(state, speaker);
    case "start_over":
      return welcome(state.locale, state.account, speaker);
    case "sign_out":
      return askFirst(state, { kind: "sign_out" });
  }
}

/** When the customer confirms that digits are a telephone number, the bot uses it as the account from now on. */
function named(state: DialogState, { question }: Plan): DialogState {
  const isNamed = "userAccount" in question && isPhone(question.userAccount);
  return isNamed && state.account === null ? { ...state, email: question.userAccount } : state;
}

const nothingSaid = { wish: howItStands, filter: null, email: null, numbers: [], leavesOut: false };

/**
 * Offers the shop's sign-in page. Tells the customer that the choice has expired if the shop no longer has that page,
 * or the conversation's channel links no accounts.
 */
function link(state: DialogState, plan: AccountPlan, speaker: DialogContext): Step {
  return speaker.offersLinks ? offerLink(state, plan) : withMenu(state, "choiceExpired", speaker);
}
