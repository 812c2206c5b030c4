import { sayAccount } from "@meetbot/presentation";
import type { DialogState, Form } from "../../model/conversation/dialog-state.ts";
import type { Fact, Recognition } from "../../model/conversation/recognition.ts";
import { findInAccount } from "../answers/finding.ts";
import { named, spokenOf } from "../context/meant.ts";
import { callPerson, withdrawCall } from "../dialogs/call-person.ts";
import { askAgain, askFor, prompt } from "../dialogs/form.ts";
import { leaveToPerson } from "../dialogs/leave-to-person.ts";
import {
  askFirst,
  type DialogContext,
  first,
  inquire,
  type Step,
  spoken,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";
import { addToRequest, remember } from "../dialogs/pass-on.ts";
import { prove } from "../dialogs/proving.ts";
import {
  clarify,
  notUnderstood,
  phrase,
  refusalWords,
  refuse,
  stop,
  withMenu,
} from "../dialogs/small-talk.ts";
import { hearLeftEmail, withoutQuestion } from "../handover/leave-email.ts";
import { hearRatingWords } from "../handover/rating.ts";
import { answerTopic } from "./answer-topic.ts";
import { answerTalk } from "./concerns.ts";
import { followDescribed, followUp } from "./follow-up.ts";
import { askWhichDays, findGoods, lookUp, seeksGoods, tellOtherGoods } from "./look-up.ts";
import { explainStatus } from "./meaning.ts";
import { withMeantConcern } from "./meant-concern.ts";
import { notSpoken, sayNotSpoken } from "./not-spoken.ts";
import { askOverall, settled } from "./overall.ts";
import { isOfOwnWords } from "./own-words.ts";
import { answerOfPeople } from "./people.ts";
import { askWhichNumber } from "./phone-or-number.ts";
import { otherWay } from "./slots.ts";
import { answerBoth, answerGiven, asksOfOrder, canFollow, pickedFor, topicIn } from "./topics.ts";
import { type Wanted, wantedBy } from "./wanted.ts";

/** A longer text with a word such as “past” in it is about something else. */
const maxFollowUpLength = 60;

/** A name with its article and a question mark; what is longer says something. */
const longestName = 30;

/** The step that follows something the customer wrote. */
export function handleUtterance(
  before: DialogState,
  said: Recognition,
  speaker: DialogContext,
): Step {
  const locale = spoken(said.locale, speaker);
  // Buttons in another language than the last message are not offered again.
  const offered = locale === before.locale ? before.offered : [];
  const inLocale = { ...before, locale, offered };
  const notice = notSpoken(inLocale, said, speaker);
  if (notice === null) return hearSpoken(inLocale, said, speaker);
  // Of a language without words of its own, only numbers and emails are understood.
  const understood = said.isOtherLanguage ? unread(said) : said;
  const step = hearSpoken(inLocale, understood, speaker);
  return sayNotSpoken(notice, inLocale, step, speaker);
}

const unread = (said: Recognition): Recognition => ({
  ...said,
  ...{ intent: "other", decision: "clarify", isOtherTopic: false, filter: null },
  ...{
    about: [],
    concern: null,
    ofPeople: null,
    topic: null,
    ordinals: [],
    refersBack: false,
    narrowing: null,
  },
});

function hearSpoken(before: DialogState, heard: Recognition, speaker: DialogContext): Step {
  const said = withMeantConcern(heard, before, speaker);
  const besides = hearLeftEmail(before, said) ?? hearRatingWords(before, said);
  if (besides) return besides;
  const inLocale = withoutQuestion(before);
  if (said.picked === "sign_out") return askFirst(inLocale, { kind: "sign_out" });
  const { proving } = inLocale;
  if (said.code && waitsFor(inLocale, said) && (proving?.byLink || speaker.sendsCodes)) {
    return askFirst(inLocale, {
      kind: proving?.byLink ? "check_link" : "check_code",
      typed: said.code,
    });
  }
  const wanted = settled(inLocale, said, wantedBy(said, speaker));
  const numbers = wanted.numbers.map(({ value }) => value);
  const known = { ...inLocale, typed: numbers.length > 0 ? numbers : inLocale.typed };
  const gaveSomething = wanted.email !== null || wanted.numbers.length > 0;
  if (
    said.intent === "cancel" &&
    said.decision === "act" &&
    !isOfOrder(known, said) &&
    !isOfOwnWords(said.concern)
  ) {
    if (speaker.holder === "waiting" && !known.form) return withdrawCall(known, speaker);
    return said.concern === "resignation" && !known.form
      ? withMenu(known, "resigned", speaker)
      : stop(known, speaker);
  }
  const topic = topicIn(known, said, wanted, speaker);
  const state =
    topic === null || topic === "complaint"
      ? known
      : withRequest(known, topic, said, wanted, speaker);
  if (gaveSomething && said.intent !== "human_agent" && said.concern !== "threat") {
    return hearGiven(state, said, topic, wanted, speaker);
  }
  const ofPeople = said.concern === "threat" ? null : answerOfPeople(state, said, speaker);
  if (ofPeople) return ofPeople;
  const namesPerson = said.intent === "human_agent" && said.decision === "act";
  // “Are you a real person?” only asks; a threat is answered with a call in words of its own.
  const isAnswered = said.concern === "threat" || said.concern === "robot";
  if (namesPerson && !isAnswered) return callPerson(state, speaker);
  const talk =
    topic === null ? answerTalk(state, talkOf(said, state, speaker), said.ofPeople, speaker) : null;
  if (talk) return talk;
  const { foundNone: _, ...heardAnew } = state;
  return hearOrders(heardAnew, said, { topic, wanted }, speaker);
}

/** A topic may need a person: with the call for one it is passed on, with the order that it is about. */
function withRequest(
  state: DialogState,
  topic: string,
  said: Recognition,
  { numbers }: Wanted,
  speaker: DialogContext,
): DialogState {
  const [typed] = numbers;
  const [one, ...others] = named(state, said, speaker);
  const meant = others.length === 0 ? (one ?? spokenOf(state)) : undefined;
  if (numbers.length === 1 && typed) {
    return remember(state, { topic, number: typed.value, expires: null }, said.text);
  }
  const { number = null, expires = null, ofAccount } = meant ?? {};
  return remember(state, { topic, number, expires, ...(ofAccount && { ofAccount }) }, said.text);
}

/** It is of orders, or asks for something that is none of the bot's. */
function hearOrders(
  state: DialogState,
  said: Recognition,
  { topic, wanted }: { topic: string | null; wanted: Wanted },
  speaker: DialogContext,
): Step {
  const explained = explainStatus(state, said, wanted.wish, speaker);
  if (explained) return explained;
  if (topic !== null && !asksOfOrder(state, said)) return answerTopic(state, topic, said, speaker);
  // “It has not come yet” is about the mail.
  const waitsForMail = state.form?.awaiting === "code" && !state.proving?.byLink;
  if (waitsForMail && (looksUp.has(said.intent) || said.about.length > 0)) {
    return handleUnclear(state, said, wanted, speaker);
  }
  if (said.concern === "anger" && !asksOfOrder(state, said) && !canFollow(state, said)) {
    return leaveToPerson(state, speaker);
  }
  if (topic === null) return hearPlain(state, said, wanted, speaker);
  const step = followUp(state, said, wanted, speaker) ?? lookUp(state, wanted, speaker);
  return answerBoth(state, topic, said, { step, number: spokenOf(state)?.number }, speaker);
}

/** No topic is in it: it is about what is on the screen, or asks for something by itself. */
function hearPlain(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step {
  if (wanted.wish.narrowing?.isTimeUnknown) return askWhichDays({ ...state, misunderstood: 0 });
  const described = state.form ? null : followDescribed(state, said, wanted, speaker);
  if (described) return described;
  const overall = askOverall(state, wanted, speaker);
  if (overall) return overall;
  const picked = pickedFor(state, said, speaker);
  if (picked) return inquire(state, picked);
  const answered = state.form?.awaiting === "code" ? null : followUp(state, said, wanted, speaker);
  if (answered) return answered;
  return said.decision === "act"
    ? handleIntent(state, said, wanted, speaker)
    : handleUnclear(state, said, wanted, speaker);
}

/** “Cancel it”, and “cancel” where nothing is being filled in: what is to be canceled is an order. */
const isOfOrder = ({ form, shown }: DialogState, { concern, refersBack }: Recognition) =>
  concern === "cancel_order" && (form === null || (refersBack && shown.length > 0));

/** A word to the talk itself: whatever is asked beside it counts more. */
const manners: ReadonlySet<Recognition["concern"]> = new Set<Recognition["concern"]>([
  "wait",
  "apology",
  "resignation",
  "languages",
]);

/** “My phone is 0170 123”: what was asked for was given, and is none. */
const isWrongAccount = (
  { form }: DialogState,
  { concern, text: words }: Recognition,
  { accountKind }: DialogContext,
) =>
  accountKind !== "email" &&
  concern === "by_name" &&
  form?.awaiting === "email" &&
  /\p{Nd}/u.test(words);

function talkOf(
  said: Recognition,
  state: DialogState,
  speaker: DialogContext,
): Recognition["concern"] {
  const { concern, about, narrowing, filter } = said;
  if (isWrongAccount(state, said, speaker)) return null;
  const wantsPerson = said.intent === "human_agent" && said.decision === "act";
  const asks = about.length > 0 || narrowing !== null || filter !== null || wantsPerson;
  const isManner = manners.has(concern);
  return isManner && (asks || named(state, said, speaker).length > 0) ? null : concern;
}

/** Something was given to look for: a number, an email, or both. */
function hearGiven(
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
  // What cannot be done must not be passed over by showing the order.
  if (topic !== null) return answerGiven(state, topic, said, { wanted, looked }, speaker);
  const asksForMore =
    said.intent === "other" &&
    said.decision === "none" &&
    said.about.length === 0 &&
    said.concern === null &&
    wanted.numbers.length > 0;
  return asksForMore ? first(lookOnly(state, speaker), looked) : looked;
}

/** A code is waited for. Six digits alone are one also after the customer asked something else. */
function waitsFor({ form, proving }: DialogState, said: Recognition): boolean {
  const isProving = proving?.byLink || proving?.email != null;
  return form?.awaiting === "code" || (isProving && said.bareIdentifier === said.code);
}

const looksUp: ReadonlySet<Recognition["intent"]> = new Set(["order_query", "package_track"]);

const lookOnly = (state: DialogState, speaker: DialogContext) => text(refusalWords(state, speaker));

function handleIntent(
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
      return smallTalk(state, "thanks", speaker);
    case "human_agent":
      return callPerson(state, speaker);
    case "cancel":
    case "other":
      return handleUnclear(state, said, wanted, speaker);
  }
}

function handleUnclear(
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
  // What is asked of goods is of the order that they are in, and of no list.
  if (account && said.about.length > 0 && form?.awaiting !== "code" && namesGoods()) {
    const mayBeNone = said.isOtherTopic && !form && !said.about.includes("items");
    return findGoods({ ...state, misunderstood: 0 }, account, wanted.wish, mayBeNone);
  }
  if (asksOfAccount(state, said)) return lookUp(state, unpaidIfToPay(wanted), speaker);
  if (onlyNames(state, said) && namesGoods()) {
    const sought = account
      ? findGoods({ ...state, misunderstood: 0 }, account, wanted.wish)
      : tellOtherGoods(state, spokenOf(state), wanted.wish, speaker);
    if (sought) return sought;
  }
  const isAddition = said.picked === null && said.decision !== "clarify";
  const added = isAddition ? addToRequest(state, said.text, speaker) : null;
  if (added) return added;
  if (said.isOtherTopic) {
    const refusal = form
      ? first(lookOnly(state, speaker), askFor(state, form, speaker))
      : refuse(state, speaker);
    return unanswered("other_topic", refusal);
  }
  // Whoever waits for a code is told about it, whatever they say.
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

/** “And the lamp?”, “the tent”: something is called by its name, and nothing is said of it. */
const onlyNames = ({ form }: DialogState, { text: words, isOtherTopic }: Recognition) =>
  form === null && !isOtherTopic && words.length <= longestName;

/** What is asked of an order that is hidden so far is told once its email is there. */
function emailNeeded(state: DialogState, form: Form, speaker: DialogContext): Step {
  const words = sayAccount(state.locale, speaker.accountKind, "ladderNumber");
  return tell({ ...state, form }, prompt({ ...state, form }, "email", words, speaker));
}

/** “And the completed ones?”, “what did I pay?”: it makes sense of an account that is spoken of. */
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

/** Whoever asks for nothing but the payment, of no order in particular, is shown what is still to be paid. */
const unpaidIfToPay = (wanted: Wanted): Wanted =>
  asksToPay(wanted.wish.facts) && wanted.filter === null ? { ...wanted, filter: "unpaid" } : wanted;

/** A yes or no that no offer answers to: the customer is just being polite. */
const isWord = (picked: Recognition["picked"]) => picked === "yes" || picked === "no";

/** Uses whatever the customer gave, also when something else was asked for. */
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

/** What was wanted before the input was asked for is wanted still, unless something else is asked now. */
function wishOf({ goal, wish }: Form, wanted: Wanted): Wanted["wish"] {
  const { facts, concern, isOneOfSeveral } = wanted.wish;
  const isNew = facts.length > 0 || concern !== null;
  return isNew || !wish ? { ...wanted.wish, goal } : { ...wish, goal, isOneOfSeveral };
}

/** Answers what came between, and then asks again for what a form still needs. */
function smallTalk(
  state: DialogState,
  key: "greeting" | "help" | "thanks" | "noted",
  speaker: DialogContext,
): Step {
  if (!state.form) return withMenu(state, key, speaker);
  return first(text(phrase(state, key, speaker)), askFor(state, state.form, speaker));
}
