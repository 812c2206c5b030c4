import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { topicPhrases } from "@meetbot/model/topics/topic-phrases.ts";
import {
  languages,
  nameLanguage,
  orderWords,
  type PhraseKey,
  readerOf,
  say,
} from "@meetbot/presentation";
import { restsOn } from "../context/on-screen.ts";
import { menuChoice } from "../dialogs/choices.ts";
import { askFor } from "../dialogs/form.ts";
import { aboutShown } from "../dialogs/leave-to-person.ts";
import {
  addFreshPhrase,
  type DialogContext,
  type Step,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";
import { passOnChoice } from "../dialogs/pass-on.ts";
import { withMenu } from "../dialogs/small-talk.ts";
import { withContact } from "../dialogs/with-contact.ts";
import { type AnswerValues, fillAnswer } from "./fill-answer.ts";
import { isTopicId } from "./is-topic-id.ts";
import { refundTold } from "./refund-told.ts";
import { type ShopAnswer, shopAnswerTo } from "./shop-answer.ts";

/** A topic that the customer asked about, with the known details of the question. */
export interface AskedOfShop {
  topic: string;
  concern: Concern | null;
  /** The order in question, as this customer may see it; `null` if unknown. */
  order: Shown<SeenOrder> | null;
}

/** The bot's answer to a topic. */
export interface TopicTold {
  replies: Reply[];
  /** Follow-up choices; the shop's own come first. */
  choices: Choice[];
  /** Whether the answer includes the shop's own words, and did not just repeat them. */
  answered: boolean;
}

/** Topics for which the bot apologizes before the shop's words, which may contain no apology. */
const regretted: ReadonlySet<string> = new Set(["damaged", "complaint", "payment_problem"]);

/**
 * Returns the shop's answer to a topic, or a substitute where it has none; `null` when the shop has deleted this topic
 * of its own.
 */
export function topicTold(
  state: DialogState,
  asked: AskedOfShop,
  speaker: DialogContext,
): TopicTold | null {
  const answer = shopAnswerTo(asked.topic, state.locale, speaker);
  const words = answer ? fillAnswer(answer.text, valuesOf(state, asked, speaker)) : "";
  const refund = asked.topic === "refund" ? refundTold(state, asked.order, speaker) : [];
  if (answer && words !== "") {
    const told = shopTold(state, asked, { ...answer, text: words }, speaker);
    return { ...told, replies: [...refund, ...told.replies] };
  }
  if (refund.length > 0) {
    const choices = [menuChoice(state.locale, "person"), ...aboutShown(state)];
    return { replies: refund, choices, answered: true };
  }
  const unknown = unknownWords(state, asked, speaker);
  if (unknown === null) return null;
  const choices = [passOnChoice(state.locale), ...aboutShown(state)];
  return { replies: [text(unknown)], choices, answered: false };
}

function shopTold(
  state: DialogState,
  asked: AskedOfShop,
  answer: ShopAnswer,
  speaker: DialogContext,
): TopicTold {
  const { locale, said } = state;
  const choices = [...shopChoices(state, asked, answer), ...aboutShown(state)];
  if (said.includes(answer.text)) {
    const all = text(
      withContact(locale, addFreshPhrase(state, "shopWroteAll", "lookOnlyAgain"), speaker),
    );
    return { replies: [all], choices: personFirst(state, choices), answered: false };
  }
  const links = answer.buttons.filter((button) => button.kind === "link");
  const pages = links.map(({ title, url }) => ({ title, url }));
  const reply: Reply = {
    ...text(answer.text, { ofShop: true, ...(pages.length > 0 && { links: pages }) }),
    ...(asked.order && expiring(asked.order)),
  };
  const lead = introOf(state, asked, answer);
  return { replies: [...(lead ? [text(lead)] : []), reply], choices, answered: true };
}

/** The bot's own words before the shop's. */
function introOf({ locale }: DialogState, asked: AskedOfShop, { foreign }: ShopAnswer): string {
  const isRegretted = regretted.has(asked.topic) || asked.concern === "anger";
  const { tag } = languages[locale].cards;
  return [
    ...(isRegretted && asked.order === null ? [say(locale, "sorryForThat")] : []),
    ...(foreign ? [say(locale, "shopWroteIn", { language: nameLanguage(foreign, tag) })] : []),
  ].join(languages[locale].sentenceSpace);
}

/** Returns the shop's buttons that act in the chat; calling a person is always among the follow-up choices. */
function shopChoices(
  { locale }: DialogState,
  { topic, order }: AskedOfShop,
  { buttons }: ShopAnswer,
): Choice[] {
  const own = buttons.flatMap((button): Choice[] => {
    if (button.kind === "link") return [];
    if (button.kind === "person") return [menuChoice(locale, "person")];
    // The order is there already.
    return order ? [] : [{ title: button.title, action: { kind: "topic", topic } }];
  });
  const hasPerson = buttons.some(({ kind }) => kind === "person");
  return hasPerson ? own : [...own, menuChoice(locale, "person")];
}

const personFirst = ({ locale }: DialogState, choices: readonly Choice[]): Choice[] => {
  const person = menuChoice(locale, "person");
  return [person, ...choices.filter(({ title }) => title !== person.title)];
};

/** Values filled in from an order expire with the proof by which the customer sees it. */
function expiring(order: Shown<SeenOrder>): Pick<Reply, "expires" | "ofAccount"> {
  const { expires, ...proof } = restsOn([order]);
  return expires === null ? {} : { expires, ...proof };
}

function valuesOf(
  { locale }: DialogState,
  { order }: AskedOfShop,
  { contact }: DialogContext,
): AnswerValues {
  const { order_number = null, status } = order?.item ?? {};
  return {
    // Below level 1 the number is masked and must not be filled into a sentence.
    "order.number": order?.level === 1 || order?.level === 2 ? order_number : null,
    "order.status": status ? orderWords(order?.item ?? {}, readerOf(locale)) : null,
    "shop.contact": contact,
  };
}

/** Two parts of a topic have an honest sentence of their own. */
const partWords = { missing_item: "sorryMissing", wrong_item: "sorryWrong" } as const;

/** Returns the topic's honest sentence, reworded if the bot has just used it. */
function unknownWords(
  state: DialogState,
  { topic, concern }: AskedOfShop,
  speaker: DialogContext,
): string | null {
  if (!isTopicId(topic)) return null;
  const isPart = concern === "missing_item" || concern === "wrong_item";
  const phrase: PhraseKey =
    isPart && topic === "damaged" ? partWords[concern] : topicPhrases[topic];
  return withContact(
    state.locale,
    addFreshPhrase(
      state,
      phrase as "sorryMissing",
      speaker.holder === "waiting" ? "lookOnlyAgain" : "canPassOn",
    ),
    speaker,
  );
}

/** Answers a topic alone: the screen stays, and an open form is asked again. */
export function answerTopicAlone(
  state: DialogState,
  asked: AskedOfShop,
  speaker: DialogContext,
): Step {
  const told = topicTold(state, asked, speaker);
  return told ? standAlone(state, asked, told, speaker) : withMenu(state, "choiceExpired", speaker);
}

/** Returns a step with the topic's answer alone. */
export function standAlone(
  state: DialogState,
  { topic }: Pick<AskedOfShop, "topic">,
  { replies, choices, answered }: TopicTold,
  speaker: DialogContext,
): Step {
  const heard = { ...state, misunderstood: 0 };
  // The bot does not press a customer who complains for a number.
  const form = topic === "complaint" ? null : state.form;
  const goOn = form ? askFor(heard, form, speaker).replies : [];
  const ways = form ? choices.filter(({ action }) => action.kind === "topic") : choices;
  const said = withChoices([...replies, ...goOn], ways);
  const step = { ...tell(heard, ...said), topic: { id: topic, answered } };
  return answered ? step : unanswered("other_topic", step);
}

/** Puts the answer to a topic before the answer about an order. */
export function prependTopic(
  step: Step,
  { topic }: Pick<AskedOfShop, "topic">,
  told: TopicTold,
): Step {
  const { replies, choices, answered } = told;
  // If the step still queries the shop, the choices come with the result of that query.
  const own = step.ask ? [] : choices.filter(({ action }) => action.kind === "topic");
  const said = [...replies, ...withChoices(step.replies, own)];
  return { ...step, replies: said, topic: { id: topic, answered } };
}

/** On chat platforms only the last message's buttons stay active, so the choices go there. */
function withChoices(replies: readonly Reply[], choices: readonly Choice[]): Reply[] {
  const last = replies.at(-1);
  if (!last || choices.length === 0) return [...replies];
  return [...replies.slice(0, -1), { ...last, choices: [...choices, ...(last.choices ?? [])] }];
}
