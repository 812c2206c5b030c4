import type { DialogState, Form } from "@meetbot/model/conversation/dialog-state.ts";
import type { Fact, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { formatAccount } from "@meetbot/presentation";
import { spokenOf } from "../context/meant.ts";
import { callPerson } from "../dialogs/call-person.ts";
import { askAgain, askFor, prompt } from "../dialogs/form.ts";
import { type DialogContext, first, type Step, tell, text, unanswered } from "../dialogs/moves.ts";
import { addToRequest } from "../dialogs/pass-on.ts";
import {
  clarify,
  lookOnly,
  notUnderstood,
  phrase,
  refuse,
  withMenu,
} from "../dialogs/small-talk.ts";
import { isOfRefusal } from "../hearing/follow-up.ts";
import { answerOtherGoods, findGoods, lookUp, seeksGoods } from "../hearing/look-up.ts";
import { otherWay } from "../hearing/slots.ts";
import type { Wanted } from "../hearing/wanted.ts";

/** A longer text that contains a word such as “past” is about something else. */
const maxFollowUpLength = 60;

/** The length of a name with its article and a question mark; a longer text is more than a name. */
const maxNameLength = 30;

/** “All 3”, “both of them”, 两双都是: it says how many of the items discussed the customer means, and is no goodbye. */
const namesPartsOnly =
  /^(?:(?:all|both|only|just)(?: the)?(?: of)?(?: (?:them|it|those|these|one|two|three|four|five|\d{1,2}))?|both|[一两二三四五六\d](?:个|件|双|只|条)都(?:是|这样|有|一样)?)[.!。！]?$/i;

/** Handles an utterance whose intent is clear on its own. */
export function handleIntent(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step {
  switch (said.intent) {
    case "order_query":
    case "package_track":
      return lookUp(state, wanted, speaker);
    case "greeting":
      return smallTalk(state, "greeting", speaker);
    case "help":
      return smallTalk(state, "help", speaker);
    case "thanks_bye":
      return namesPartsOnly.test(said.text.trim())
        ? handleUnclear(state, said, wanted, speaker)
        : smallTalk(state, "thanks", speaker);
    case "human_agent":
      return callPerson(state, speaker);
    case "cancel":
    case "other":
      return handleUnclear(state, said, wanted, speaker);
  }
}

/**
 * Reads a message that is unclear by itself beside the open question or the shown order; if that fails too, says so.
 */
export function handleUnclear(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step {
  const { form } = state;
  if (said.picked === "unknown" && form && form.awaiting !== "code")
    return otherWay(state, form, speaker);
  if (said.intent === "other" && said.picked === "no" && form)
    return withMenu(state, "stopped", speaker);
  if (said.intent === "other" && isWord(said.picked)) return smallTalk(state, "noted", speaker);
  if (said.picked === "next" && !form) return withMenu(state, "noMore", speaker);
  const account = state.email ?? state.account;
  const namesGoods = () => seeksGoods(state, wanted.wish, speaker);
  // A question about goods concerns the order that contains them, not a list.
  if (account && said.about.length > 0 && form?.awaiting !== "code" && namesGoods()) {
    const mayBeNone = said.isOtherTopic && !form && !said.about.includes("items");
    return findGoods({ ...state, misunderstood: 0 }, account, wanted.wish, mayBeNone);
  }
  if (asksOfAccount(state, said)) return lookUp(state, unpaidIfToPay(wanted), speaker);
  if (onlyNames(state, said) && namesGoods()) {
    const sought = account
      ? findGoods({ ...state, misunderstood: 0 }, account, wanted.wish)
      : answerOtherGoods(state, spokenOf(state), wanted.wish, speaker);
    if (sought) return sought;
  }
  const isAddition = said.picked === null && said.decision !== "clarify";
  const added = isAddition ? addToRequest(state, said.text, speaker) : null;
  if (added) return added;
  if (said.isOtherTopic || isOfRefusal(state, said)) {
    const refusal = form
      ? first(lookOnly(state, speaker), askFor(state, form, speaker))
      : refuse(state, speaker);
    return unanswered("other_topic", refusal);
  }
  // A customer with a pending code gets a reminder of it, whatever they write.
  if (form?.awaiting === "code") return askAgain(state, form, speaker);
  if (said.concern === "late" || said.concern === "stuck" || said.concern === "not_here") {
    return lookUp(state, { ...wanted, wish: { ...wanted.wish, goal: "packages" } }, speaker);
  }
  if (form?.awaiting === "email" && form.orderNumber !== null && said.about.length > 0) {
    return emailNeeded(state, { ...form, wish: wanted.wish }, speaker);
  }
  if (form) return unanswered("not_understood", askAgain(state, form, speaker));
  return said.decision === "clarify" || said.about.length > 0
    ? unanswered("asked_back", clarify(state))
    : unanswered("not_understood", notUnderstood(state, speaker));
}

/** “And the lamp?”, “the tent”: the customer only names an item and says nothing about it. */
const onlyNames = ({ form }: DialogState, { text: words, isOtherTopic }: Recognition) =>
  form === null && !isOtherTopic && words.length <= maxNameLength;

/** Asks for the email of an order that is still hidden; the bot answers the question once it has it. */
function emailNeeded(state: DialogState, form: Form, speaker: DialogContext): Step {
  const words = formatAccount(state.locale, speaker.accountKind, "ladderNumber");
  return tell({ ...state, form }, prompt({ ...state, form }, "email", words, speaker));
}

/** “And the completed ones?”, “what did I pay?”: whether the question makes sense for the account under discussion. */
function asksOfAccount(state: DialogState, said: Recognition): boolean {
  const isAsked =
    said.filter !== null ||
    said.narrowing !== null ||
    (said.about.length > 0 && (!said.isOtherTopic || asksToPay(said.about)));
  const account = state.email ?? state.account;
  return (
    isAsked &&
    account !== null &&
    said.text.length <= maxFollowUpLength &&
    state.form?.awaiting !== "code"
  );
}

const asksToPay = (facts: readonly Fact[]) => facts.join() === "payment";

/** Shows the unpaid orders to a customer who asks only about payment, for no particular order. */
const unpaidIfToPay = (wanted: Wanted): Wanted =>
  asksToPay(wanted.wish.facts) && wanted.filter === null ? { ...wanted, filter: "unpaid" } : wanted;

/** A yes or no that no offer answers to: the customer is just being polite. */
const isWord = (picked: Recognition["picked"]) => picked === "yes" || picked === "no";

/** Answers small talk, then asks again for what an open form still needs. */
function smallTalk(
  state: DialogState,
  key: "greeting" | "help" | "thanks" | "noted",
  speaker: DialogContext,
): Step {
  if (!state.form) return withMenu(state, key, speaker);
  return first(text(phrase(state, key, speaker)), askFor(state, state.form, speaker));
}
