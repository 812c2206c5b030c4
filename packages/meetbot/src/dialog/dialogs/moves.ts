import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Ask, Plan, Question, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import type { RatingFact, WaitingFacts } from "@meetbot/model/conversation/waiting.ts";
import type { Holder, HolderMove } from "@meetbot/model/desk/holder.ts";
import type { UnansweredReason } from "@meetbot/model/log/unanswered.ts";
import type { NewsFacts, NewsOutside } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import type { AskedTopic } from "@meetbot/model/topics/asked-topic.ts";
import { type CustomerLocale, matchLocale, type PhraseKey, say } from "@meetbot/presentation";
import type { Office } from "../hours/office-hours.ts";

/** What the dialog needs from its bot and about the current moment. */
export interface DialogContext
  extends Pick<
      Bot,
      | "name"
      | "contact"
      | "locale"
      | "languages"
      | "welcome"
      | "menu"
      | "timeZone"
      | "pictures"
      | "accountKind"
      | "phoneCountry"
    >,
    Office {
  /** Codes can be sent by mail, and customers are found by emails. */
  sendsCodes: boolean;
  /** Whether the customer can sign in at the shop and return with what its page shows. */
  offersLinks: boolean;
  /** The shop's own answers. */
  answers: AnswerBook;
  /** How people answer customers; absent if nothing is known about it. */
  waiting?: WaitingFacts;
  /**
   * Whether the customer's network has used its share of the waiting list: nobody is called for another customer from
   * it.
   */
  isListFull?: boolean;
  /** Whether the bot may message customers first: it is set to, and its shop pushes events. */
  offersNews: boolean;
  /** Whether customer updates reach customers wherever they are, or only when they come back. */
  newsReach: NewsFacts["reach"];
  /** The other ways by which customer updates are sent, if customers see them in the chat only when they return. */
  newsOutside: NewsOutside;
  /** Who answers: the bot, or the bot until a called person comes. */
  holder: Exclude<Holder, "person">;
  /** Unix milliseconds. */
  now: number;
  /** The day in the bot's time zone, `YYYY-MM-DD`. */
  today: string;
  /** Returns which of several things, each with its titles, a sentence names: the positions of the likeliest only. */
  namedGoods: (sentence: string, titles: readonly (readonly string[])[]) => number[];
  /** Whether a sentence may call an order by its goods, whatever they are. */
  namesGoods: (sentence: string, locale: Locale, asksFact: boolean) => boolean;
  /** Whether the sentence names goods that have none of these titles. */
  mentionsOtherGoods: (sentence: string, titles: readonly string[]) => "surely" | "maybe" | "no";
}

/** One step of the dialog: the new state, the replies, and the query to run. */
export interface Step {
  state: DialogState;
  replies: Reply[];
  ask: Ask | null;
  /** Whether the customer asked for a person. */
  personAsked: boolean;
  /** Who answers from now on; absent when the holder does not change. */
  move?: HolderMove;
  /** Why the bot could not handle the customer's message; `null` if it could. */
  unanswered: UnansweredReason | null;
  /** The topic of the message, if the shop's system does not answer it; `null` when there is none. */
  topic: AskedTopic | null;
  /** What the step adds to the conversation's rating; absent when nothing. */
  rating?: RatingFact;
  /** The change to the customer's subscriptions; absent when nothing changes. */
  subscription?: SubscriptionChange;
}

/**
 * Returns the language to answer in: the customer's if the bot speaks it, else a variant of it in another script, else
 * the bot's own.
 */
export function spoken(locale: Locale, bot: Pick<Bot, "locale" | "languages">): Locale {
  return matchLocale(locale, bot.languages) ?? bot.locale;
}

/** Sends replies and waits for the customer. */
export function tell(state: DialogState, ...replies: Reply[]): Step {
  return { state, replies, ask: null, personAsked: false, unanswered: null, topic: null };
}

/** Puts a reply before all replies of a step. */
export function first(reply: Reply, step: Step): Step {
  return { ...step, replies: [reply, ...step.replies] };
}

/** Marks a step as one that leaves the customer's request unanswered. */
export function unanswered(reason: UnansweredReason, step: Step): Step {
  return { ...step, unanswered: reason };
}

/** Queries the merchant and closes the form, which is now complete. */
export function inquire(state: DialogState, plan: Plan): Step {
  return askFirst({ ...state, form: null }, { kind: "merchant", plan });
}

/** Asks the caller for something first, such as a query or a code check; the reply follows with the outcome. */
export function askFirst(state: DialogState, ask: Ask): Step {
  return { state, replies: [], ask, personAsked: false, unanswered: null, topic: null };
}

/** A wish without a particular question: the bot answers with the status. */
export const howItStands: Wish = {
  goal: "orders",
  facts: [],
  concern: null,
  words: null,
  narrowing: null,
  isOneOfSeveral: false,
};

/** Returns the plan for a question whose answer is itself the goal. */
export function plainly(question: Question, wish: Partial<Wish> = {}): Plan {
  const asked = { ...howItStands, goal: question.method, ...wish };
  return { question, finding: null, secondTry: false, wish: asked };
}

type TextReply = Extract<Reply, { kind: "text" }>;

/** Returns a text reply, with the buttons below it and the input that it asks for. */
export function text(
  words: string,
  extra: Pick<TextReply, "choices" | "ask" | "link" | "links" | "ofShop" | "notifies"> = {},
): Reply {
  return { kind: "text", text: words, ...extra };
}

/** A phrase without placeholders, as required for phrases that alternate. */
type Plain = {
  [Key in PhraseKey]: Parameters<typeof say<Key>>["length"] extends 2 ? Key : never;
}[PhraseKey];

/** Adds the first phrase that was not in the bot's last reply, so that the bot never repeats itself twice in a row. */
export function addFreshPhrase(
  { said, locale }: Pick<DialogState, "said" | "locale">,
  ...keys: readonly [PhraseKey, ...PhraseKey[]]
): string {
  const phrases = keys.map((key) => say(locale as CustomerLocale, key as Plain));
  return (
    phrases.find((phrase) => !said.some((text) => text.includes(phrase))) ?? phrases.at(-1) ?? ""
  );
}
