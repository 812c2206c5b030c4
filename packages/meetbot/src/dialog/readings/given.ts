import type { DialogState, Form } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { findInAccount } from "../answers/finding.ts";
import { type DialogContext, first, type Step } from "../dialogs/moves.ts";
import { prove } from "../dialogs/proving.ts";
import { lookOnly } from "../dialogs/small-talk.ts";
import { lookUp } from "../hearing/look-up.ts";
import { askWhichNumber } from "../hearing/phone-or-number.ts";
import { answerGiven } from "../hearing/topics.ts";
import type { Wanted } from "../hearing/wanted.ts";

/** Handles a message that contains something to look up: a number, an email, or both. */
export function handleGiven(
  state: DialogState,
  said: Recognition,
  topic: string | null,
  wanted: Wanted,
  speaker: DialogContext,
): Step {
  const whichNumber = askWhichNumber(state, said, wanted);
  if (whichNumber) return whichNumber;
  const looked = state.form
    ? fillIn(state, state.form, wanted, speaker)
    : lookUp(state, wanted, speaker);
  // Answers what the bot cannot do, instead of ignoring it and showing the order.
  if (topic !== null) return answerGiven(state, topic, said, { wanted, looked }, speaker);
  const asksForMore =
    said.intent === "other" &&
    said.decision === "none" &&
    said.about.length === 0 &&
    said.concern === null &&
    wanted.numbers.length > 0;
  return asksForMore ? first(lookOnly(state, speaker), looked) : looked;
}

/** Uses everything the customer provided, even if the bot asked for something else. */
function fillIn(state: DialogState, form: Form, wanted: Wanted, speaker: DialogContext): Step {
  const { goal, filter, orderNumber } = form;
  const wish = wishOf(form, wanted);
  if (wanted.email && state.proving && !state.proving.byLink && wanted.numbers.length === 0) {
    return prove(state, wanted.email, state.proving.plan, speaker);
  }
  if (wanted.email && orderNumber && wanted.numbers.length === 0) {
    return findInAccount(
      { ...state, email: wanted.email },
      wanted.email,
      { orderNumber, goal },
      wish,
    );
  }
  return lookUp(state, { ...wanted, wish, filter: wanted.filter ?? filter }, speaker);
}

/** Keeps the wish from before the form asked for input, unless the customer now asks for something else. */
function wishOf({ goal, wish }: Form, wanted: Wanted): Wanted["wish"] {
  const { facts, concern, isOneOfSeveral } = wanted.wish;
  const isNew = facts.length > 0 || concern !== null;
  return isNew || !wish ? { ...wanted.wish, goal } : { ...wish, goal, isOneOfSeveral };
}
