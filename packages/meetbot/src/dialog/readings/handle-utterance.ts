import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { named, spokenOf } from "../context/meant.ts";
import { callPerson, withdrawCall } from "../dialogs/call-person.ts";
import { leaveToPerson } from "../dialogs/leave-to-person.ts";
import { askFirst, type DialogContext, inquire, type Step, spoken } from "../dialogs/moves.ts";
import { remember } from "../dialogs/pass-on.ts";
import { stop, withMenu } from "../dialogs/small-talk.ts";
import { readLeftEmail, withoutQuestion } from "../handover/leave-email.ts";
import { handleRatingWords } from "../handover/rating.ts";
import { answerTopic } from "../hearing/answer-topic.ts";
import { answerTalk } from "../hearing/concerns.ts";
import { followDescribed, followUp } from "../hearing/follow-up.ts";
import { askWhichDays, lookUp } from "../hearing/look-up.ts";
import { explainStatus } from "../hearing/meaning.ts";
import { withMeantConcern } from "../hearing/meant-concern.ts";
import { answerUnsupportedLanguage, notSpoken } from "../hearing/not-spoken.ts";
import { askOverall, settled } from "../hearing/overall.ts";
import { isOfOwnWords } from "../hearing/own-words.ts";
import { answerOfPeople } from "../hearing/people.ts";
import { answerBoth, asksOfOrder, canFollow, pickedFor, topicIn } from "../hearing/topics.ts";
import { type Wanted, wantedBy } from "../hearing/wanted.ts";
import { handleGiven } from "./given.ts";
import { talkOf } from "./talk-of.ts";
import { handleIntent, handleUnclear } from "./unclear.ts";

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
  if (notice === null) return handleSpoken(inLocale, said, speaker);
  // In a language without its own vocabulary, the bot understands only numbers and emails.
  const understood = said.isOtherLanguage ? unread(said) : said;
  const step = handleSpoken(inLocale, understood, speaker);
  return answerUnsupportedLanguage(notice, inLocale, step, speaker);
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

/** An utterance in its conversation. */
interface Heard {
  state: DialogState;
  said: Recognition;
  wanted: Wanted;
  /** The topic to answer; `null` when there is none. */
  topic: string | null;
  speaker: DialogContext;
}

/** One possible interpretation of an utterance. */
interface Reading {
  is: string;
  /** The step that answers it so; `null`: it does not mean this. */
  hear(heard: Heard): Step | null;
}

/** Tried in this order: each reading takes precedence over all below it. */
const readings: readonly Reading[] = [
  {
    is: "the bot is to stop what it asks for, or a call for a person is taken back",
    hear: ({ state, said, speaker }) =>
      stops(state, said) ? handleStop(state, said, speaker) : null,
  },
  {
    is: "a number or an email was given",
    hear: ({ state, said, topic, wanted, speaker }) =>
      (wanted.email !== null || wanted.numbers.length > 0) &&
      said.intent !== "human_agent" &&
      said.concern !== "threat"
        ? handleGiven(state, said, topic, wanted, speaker)
        : null,
  },
  {
    is: "something is said of the people who answer",
    hear: ({ state, said, speaker }) =>
      said.concern === "threat" ? null : answerOfPeople(state, said, speaker),
  },
  {
    is: "a person is called",
    hear: ({ state, said, speaker }) => (callsPerson(said) ? callPerson(state, speaker) : null),
  },
  {
    is: "it is about the talk itself",
    hear: ({ state, said, topic, speaker }) =>
      topic === null
        ? answerTalk(state, talkOf(said, state, speaker), said.ofPeople, speaker)
        : null,
  },
  {
    is: "the meaning of a status is asked for",
    hear: ({ state, said, wanted, speaker }) =>
      explainStatus(foundAnew(state), said, wanted.wish, speaker),
  },
  {
    is: "a topic, and nothing of an order",
    hear: ({ state, said, topic, speaker }) =>
      topic !== null && !asksOfOrder(state, said)
        ? answerTopic(foundAnew(state), topic, said, speaker)
        : null,
  },
  {
    is: "the mail with the code has not come",
    hear: ({ state, said, wanted, speaker }) =>
      waitsForMail(state) && (looksUp.has(said.intent) || said.about.length > 0)
        ? handleUnclear(foundAnew(state), said, wanted, speaker)
        : null,
  },
  {
    is: "anger, and nothing that could be answered",
    hear: ({ state, said, speaker }) =>
      said.concern === "anger" && !asksOfOrder(state, said) && !canFollow(state, said)
        ? leaveToPerson(foundAnew(state), speaker)
        : null,
  },
  {
    is: "a topic, and something of an order",
    hear({ state, said, topic, wanted, speaker }) {
      if (topic === null) return null;
      const anew = foundAnew(state);
      const step = followUp(anew, said, wanted, speaker) ?? lookUp(anew, wanted, speaker);
      return answerBoth(anew, topic, said, { step, number: spokenOf(anew)?.number }, speaker);
    },
  },
  {
    is: "days whose dates are not known",
    hear: ({ state, wanted }) =>
      wanted.wish.narrowing?.isTimeUnknown
        ? askWhichDays({ ...foundAnew(state), misunderstood: 0 })
        : null,
  },
  {
    is: "one of several on the screen is described",
    hear: ({ state, said, wanted, speaker }) =>
      state.form ? null : followDescribed(foundAnew(state), said, wanted, speaker),
  },
  {
    is: "it is asked of several orders at once",
    hear: ({ state, wanted, speaker }) => askOverall(foundAnew(state), wanted, speaker),
  },
  {
    is: "the order is pointed at that a topic waits for",
    hear({ state, said, speaker }) {
      const picked = pickedFor(state, said, speaker);
      return picked && inquire(foundAnew(state), picked);
    },
  },
  {
    is: "it goes on about what is on the screen",
    hear: ({ state, said, wanted, speaker }) =>
      state.form?.awaiting === "code" ? null : followUp(foundAnew(state), said, wanted, speaker),
  },
  {
    is: "it surely wants something by itself",
    hear: ({ state, said, wanted, speaker }) =>
      said.decision === "act" ? handleIntent(foundAnew(state), said, wanted, speaker) : null,
  },
];

function handleSpoken(before: DialogState, heard: Recognition, speaker: DialogContext): Step {
  const said = withMeantConcern(heard, before, speaker);
  const ofForm = readLeftEmail(before, said) ?? handleRatingWords(before, said);
  if (ofForm) return ofForm;
  const inLocale = withoutQuestion(before);
  const ofProof = handleProof(inLocale, said, speaker);
  if (ofProof) return ofProof;
  const wanted = settled(inLocale, said, wantedBy(said, speaker));
  const numbers = wanted.numbers.map(({ value }) => value);
  const known = { ...inLocale, typed: numbers.length > 0 ? numbers : inLocale.typed };
  const topic = topicIn(known, said, wanted, speaker);
  const isOfPerson = topic !== null && topic !== "complaint" && !stops(known, said);
  const state = isOfPerson ? withRequest(known, topic, said, wanted, speaker) : known;
  const utterance = { state, said, wanted, topic, speaker };
  for (const { hear } of readings) {
    const step = hear(utterance);
    if (step) return step;
  }
  return handleUnclear(foundAnew(state), said, wanted, speaker);
}

/** Handles a sign-out, or a code that the customer typed. */
function handleProof(state: DialogState, said: Recognition, speaker: DialogContext): Step | null {
  if (said.picked === "sign_out") return askFirst(state, { kind: "sign_out" });
  const { proving } = state;
  if (!said.code || !waitsFor(state, said)) return null;
  if (proving?.byLink) return askFirst(state, { kind: "check_link", typed: said.code });
  return speaker.sendsCodes ? askFirst(state, { kind: "check_code", typed: said.code }) : null;
}

/** Whether the bot expects a code. Six digits alone count as a code even after the customer asked something else. */
function waitsFor({ form, proving }: DialogState, said: Recognition): boolean {
  const isProving = proving?.byLink || proving?.email != null;
  return form?.awaiting === "code" || (isProving && said.bareIdentifier === said.code);
}

/** Forgets that an earlier search found nothing, as each new search has its own result. */
function foundAnew({ foundNone: _, ...state }: DialogState): DialogState {
  return state;
}

const stops = (state: DialogState, said: Recognition) =>
  said.intent === "cancel" &&
  said.decision === "act" &&
  !isOfOrder(state, said) &&
  !isOfOwnWords(said.concern);

function handleStop(state: DialogState, { concern }: Recognition, speaker: DialogContext): Step {
  if (speaker.holder === "waiting" && !state.form) return withdrawCall(state, speaker);
  const gaveUp = concern === "resignation" && !state.form;
  return gaveUp ? withMenu(state, "resigned", speaker) : stop(state, speaker);
}

/** “Cancel it”, and “cancel” with no form open: the customer wants to cancel an order. */
const isOfOrder = ({ form, shown }: DialogState, { concern, refersBack }: Recognition) =>
  concern === "cancel_order" && (form === null || (refersBack && shown.length > 0));

/** “Are you a real person?” is only a question; a threat requests an agent too, but gets its own reply. */
const callsPerson = ({ intent, decision, concern }: Recognition) =>
  intent === "human_agent" && decision === "act" && concern !== "threat" && concern !== "robot";

const waitsForMail = ({ form, proving }: DialogState) =>
  form?.awaiting === "code" && !proving?.byLink;

const looksUp: ReadonlySet<Recognition["intent"]> = new Set(["order_query", "package_track"]);

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
