import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { QuestionOutcome } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { EventContent, ToldNews } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import type { Held } from "@meetbot/model/desk/holder.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { say } from "@meetbot/presentation";
import {
  afterPerson,
  type DialogContext,
  type DialogInput,
  type NewsWord,
  type Step,
  spoken,
  stateBefore,
} from "../dialog/step.ts";
import {
  accountProof,
  learnFromAnswer,
  learnFromCode,
  learnFromSignature,
  learnFromUtterance,
} from "../identity/proofs.ts";
import { redact } from "../identity/redact.ts";
import { parcelsIn } from "../merchant/track-parcels.ts";
import { likeness } from "../recognition/likeness.ts";
import type { Turn } from "../store/mailbox/turn.ts";
import type { Afterwards } from "./afterwards.ts";
import { noticeAgain } from "./asked-again.ts";
import { besidePerson } from "./beside-person.ts";
import { createSteps } from "./calls/share-calls.ts";
import { issueTokens, resolveChoice } from "./choice-tokens.ts";
import { dialogContext } from "./dialog-context.ts";
import { newsEmailIn, newsOutside } from "./news/news-email.ts";
import { inItsLanguage, newsBesidePerson, readShopNews } from "./news/read-shop-news.ts";
import { performAsk, type TurnDeps } from "./perform-ask.ts";
import { questionAsked, questionOutcome, type TurnStep, turnOutcome } from "./question-outcome.ts";
import { type Understood, understand } from "./understand.ts";
import { isForPerson, isMenuWord, whoAnswers } from "./who-answers.ts";

/** An event of a conversation, with the state before it. */
export interface Happening {
  conversationId: string;
  before: ConversationState | null;
  held: Held;
  event: EventContent;
  /** The recognition of the event's text, if it was already read. */
  read?: Recognition | null;
  /** The language in which the customer greeted in an earlier message that the same turn answers. */
  greetedIn?: Locale | null;
}

/** A turn, and its follow-up work once it is stored. */
export interface TakenTurn extends Turn {
  afterwards: Afterwards[];
}

/**
 * The bot on one page: turns what a customer did into the bot's replies, or leaves it to an agent. Throws if the dialog
 * asks endlessly, which is a bug of ours.
 */
export async function takeTurn(
  bot: Bot,
  { held, ...happening }: Happening,
  world: TurnDeps,
): Promise<TakenTurn> {
  const { event } = happening;
  const state = inLanguageOf(happening, stateBeforeTurn(bot, happening, world.now()));
  const at = { now: world.now(), idleHours: bot.personIdleHours };
  if (event.kind === "news" && isNewsStopped(state.dialog)) {
    return { ...nothing, state, replies: [] };
  }
  const answering = whoAnswers(held, event, at);
  if (!answering.bot) {
    const speaker = speakerOf(bot, { held, proofs: state.proofs }, world);
    const tapped = event.kind === "tap" ? resolveChoice(event.payload, state.choices) : null;
    const news = newsBesidePerson(event, state, { tapped, held, speaker });
    const told = news ?? { state, replies: [] };
    return { ...nothing, ...told, isForPerson: isForPerson(held, event) };
  }
  const { back } = answering;
  const before = back ? { ...state, dialog: afterPerson(state.dialog) } : state;
  const turn = await answer(bot, { ...happening, before, held }, world);
  return besidePerson(turn, { held, back, event });
}

/** Returns what the dialog needs to know about the bot and the current moment. */
function speakerOf(
  bot: Bot,
  { held: { holder }, proofs }: { held: Held; proofs: Proof[] },
  world: TurnDeps,
): DialogContext {
  const { answers, waiting, news } = world;
  return dialogContext(bot, {
    sendsCodes: world.codes !== null,
    offersLinks: world.linkPage !== null,
    answers,
    holder: holder === "waiting" ? "waiting" : "bot",
    now: world.now(),
    ...(waiting && { waiting }),
    ...(news && { news: { ...news, outside: newsOutside(news, proofs, world.now()) } }),
  });
}

/** Returns the bot's answer to the event. */
async function answer(
  bot: Bot,
  { conversationId, before, event, held, read }: Happening & { before: ConversationState },
  world: TurnDeps,
): Promise<TakenTurn> {
  const speaker = speakerOf(bot, { held, proofs: before.proofs }, world);
  const newsWord = readShopNews(event, before.dialog, held);
  const understood =
    event.kind === "text" && !newsWord
      ? await understand(event.text, before, { bot, speaker, read: read ?? null }, world)
      : null;
  const { input, proofs, accounts } = hear(bot, before, event, {
    ...{ understood, newsWord },
    held,
    now: world.now(),
  });
  const zone = event.zone ?? before.dialog.zone;
  const left = withoutEndedAccount(before, world.now());
  const dialog =
    newsWord && event.kind === "text" ? inItsLanguage(left, event.text, speaker) : left;
  const stepOn = createSteps(
    { botId: bot.id, conversationId, network: event.network ?? null },
    world,
  );
  let said = await stepOn(withZone(dialog, zone), input, speaker);
  const asked: TurnStep = { input, ...said };
  const steps = [asked];
  let known = { proofs, code: before.code };
  let { choices } = before;
  const replies: Reply[] = [...said.replies];
  const deliveries: Delivery[] = [];
  const afterwards: Afterwards[] = [];
  const tracked = event.kind === "news" ? parcelsOfNews(event.news) : [];
  const unanswered = unansweredIn(event, said);
  let question: QuestionOutcome | null = null;
  let leftEmail: string | undefined;
  let { subscription } = said;

  for (let asks = 0; said.ask; asks++) {
    if (asks === turnLimits.asks) {
      throw new Error(`A turn asks ${turnLimits.asks} times at most, and this one asked again.`);
    }
    const { locale } = said.state;
    const from = { network: event.network ?? null, worked: event.worked ?? false };
    const heard = await performAsk(
      said.ask,
      { bot, conversationId, ...from, locale, ...known },
      world,
    );
    known = { proofs: heard.proofs, code: heard.code };
    deliveries.push(...heard.deliveries);
    tracked.push(...(heard.tracked ?? []));
    if (heard.afterwards) afterwards.push(heard.afterwards);
    question = questionOutcome(heard.input) ?? question;
    leftEmail = heard.leftEmail ?? leftEmail;
    subscription = heard.subscription ?? subscription;
    accounts.push(...linkedAccount(heard.input));
    if (heard.input.kind === "signed_out") choices = [];
    said = await stepOn(said.state, heard.input, speaker);
    subscription = said.subscription ?? subscription;
    steps.push({ input: heard.input, ...said });
    replies.push(...said.replies);
  }

  const { askedAgain, questions } = noticeAgain(
    before.questions ?? [],
    { question: questionAsked(asked), isWritten: event.kind === "text" },
    world.now(),
  );
  const outbound = issueTokens(replies, said.state.locale, choices, world.newToken);
  return {
    state: {
      ...{ dialog: withZone(said.state, zone), ...known, choices: outbound.choices },
      ...(questions.length > 0 && { questions }),
    },
    replies: outbound.replies,
    deliveries,
    personAsked: steps.some(({ personAsked }) => personAsked),
    move: steps.findLast(({ move }) => move)?.move ?? null,
    isForPerson: false,
    question,
    outcome: turnOutcome(steps),
    askedAgain,
    unanswered,
    topic: steps.findLast(({ topic }) => topic)?.topic ?? null,
    modelCall: understood?.modelCall ?? null,
    accounts,
    numbers: understood ? numbersIn(understood) : [],
    ...(leftEmail !== undefined && { leftEmail }),
    ...newsEmailIn({ before: before.proofs, after: known.proofs, subscription, now: world.now() }),
    ...(subscription && { subscription }),
    ...(tracked.length > 0 && { tracked }),
    ...(said.rating && { rating: said.rating }),
    afterwards,
  };
}

/**
 * Turns a customer whose sign-in has ended back into a guest. The account was proved, never typed: if it stayed, its
 * lists would show orders whose number was typed as if the customer had typed its email too.
 */
function withoutEndedAccount({ dialog, proofs }: ConversationState, now: number): DialogState {
  const { account } = dialog;
  const isOver = account !== null && accountProof(proofs, account, now) === null;
  return isOver ? { ...dialog, account: null } : dialog;
}

/** Returns the turn of an event that failed: nothing changes, and the bot apologizes to the customer. */
export function apologize(bot: Bot, before: ConversationState | null): TakenTurn {
  const state = before ?? stateOfNew(bot);
  const locale = spoken(state.dialog.locale, bot);
  const reply = { kind: "text" as const, text: say(locale, "failed"), locale };
  return { state, replies: [reply], ...nothing, outcome: "refused" };
}

/** The facts of a turn that asked nobody and stores nothing. */
const nothing = {
  deliveries: [],
  personAsked: false,
  move: null,
  isForPerson: false,
  question: null,
  outcome: null,
  askedAgain: false,
  unanswered: null,
  topic: null,
  modelCall: null,
  accounts: [],
  numbers: [],
  afterwards: [],
};

function unansweredIn(event: EventContent, { unanswered }: Step): Turn["unanswered"] {
  return unanswered && event.kind === "text"
    ? { reason: unanswered, likeness: likeness(event.text) }
    : null;
}

/** Returns the order and package numbers that the customer named, as far as their format reveals them. */
function numbersIn({ read: { entities } }: Understood): string[] {
  return [...entities.orderNumbers, ...entities.packageNumbers].map(({ value }) => value);
}

/**
 * Returns the state in which a turn begins. A customer who came back by a mail's link reads that mailbox, but may be
 * somebody else: of the state before, only the language stays, also while a person answers.
 */
function stateBeforeTurn(
  bot: Bot,
  { before, event }: Pick<Happening, "before" | "event">,
  now: number,
): ConversationState {
  const state = before ?? stateOfNew(bot, event);
  if (event.kind !== "returned") return state;
  const proofs = learnFromCode([], event.account, now);
  const { locale, news } = state.dialog;
  // The updates continue, so that a word can end them.
  const told = news && { news: { ...news, offered: [], stopped: [] } };
  return { dialog: { ...stateBefore(locale), ...told }, proofs, code: null, choices: [] };
}

/** A greeting in another language leaves no button of the last one. */
function inLanguageOf(
  { greetedIn }: Pick<Happening, "greetedIn">,
  state: ConversationState,
): ConversationState {
  const { dialog } = state;
  if (!greetedIn || greetedIn === dialog.locale) return state;
  return { ...state, dialog: { ...dialog, locale: greetedIn, offered: [] } };
}

/** Whether the customer stopped all updates: one that was already on its way is then not sent. */
const isNewsStopped = ({ news }: DialogState) =>
  news !== undefined && news.on.length === 0 && news.stopped.length > 0;

/** The clocks of the customer's device, wherever they are by now. */
const withZone = (dialog: DialogState, zone: string | undefined): DialogState =>
  zone === undefined ? dialog : { ...dialog, zone };

/** Returns the account by which a request to forget the customer finds the conversation. */
function linkedAccount(input: DialogInput): string[] {
  return input.kind === "link" && input.outcome.kind === "linked" ? [input.outcome.account] : [];
}

/** A customer who begins with a tap has read a language; the bot answers in it if it speaks it. */
function stateOfNew({ locale: own }: Bot, event?: EventContent): ConversationState {
  const locale = event?.kind === "tap" ? (event.locale ?? own) : own;
  return { dialog: stateBefore(locale), proofs: [], code: null, choices: [] };
}

/** Returns every account that the customer may have meant: a request to forget them searches these too. */
const accountsIn = ({ entities: { emails, phones = [] } }: Recognition) =>
  [...emails, ...phones].map(({ value }) => value);

const startOver = { kind: "menu", item: "start_over" } as const;

/** Redacts the shop's answer by this conversation's proofs; the lists in it add proofs as usual. */
function handleShopNews(
  { policy, numberAlone, timeZone }: Bot,
  { proofs, dialog: { locale } }: ConversationState,
  { of, status, heard }: ToldNews,
  now: number,
): { input: DialogInput; proofs: Proof[]; accounts: string[] } {
  const learned = heard.reduce(
    (known, { question, answer }) => learnFromAnswer(known, question, answer, now),
    proofs,
  );
  const { question, answer } = heard.at(-1) ?? heard[0];
  const evidence = { question, proofs: learned, policy, numberAlone, timeZone, now, locale };
  const shown = redact(answer, evidence);
  const plan = { question, finding: null, secondTry: false };
  const input = { kind: "news" as const, of, status, plan, answer: shown };
  return { input, proofs: learned, accounts: [] };
}

const parcelsOfNews = ({ heard }: ToldNews) =>
  heard.flatMap(({ question, answer }) => parcelsIn(question, answer));

interface HearInput {
  understood: Understood | null;
  newsWord: NewsWord | null;
  held: Held;
  now: number;
}

/** Returns what an event means to the dialog, what it proves (a tap proves nothing), and which accounts it names. */
function hear(
  bot: Bot,
  before: ConversationState,
  event: EventContent,
  { understood, newsWord, held, now }: HearInput,
): { input: DialogInput; proofs: Proof[]; accounts: string[] } {
  const { proofs, choices } = before;
  switch (event.kind) {
    case "start": {
      const { locale, account, subscribe } = event;
      const agreed = account !== null && subscribe !== undefined ? { subscribe } : {};
      const input = { kind: "start" as const, locale: locale ?? bot.locale, account, ...agreed };
      if (account === null) return { input, proofs, accounts: [] };
      return { input, proofs: learnFromSignature(proofs, account, now), accounts: [account] };
    }
    case "tap": {
      const input = { kind: "tap" as const, action: resolveChoice(event.payload, choices) };
      return { input, proofs, accounts: [] };
    }
    case "returned": {
      return { input: { kind: "returned" }, proofs, accounts: [event.account] };
    }
    case "news":
      return handleShopNews(bot, before, event.news, now);
    case "rating_due":
      return { input: { kind: "rating_due", holder: event.holder }, proofs, accounts: [] };
    case "media": {
      const isPicture = event.isPicture ?? (event.pictures ?? []).length > 0;
      return { input: { kind: "media", atMs: now, isPicture }, proofs, accounts: [] };
    }
    case "text": {
      if (newsWord) return { input: { kind: "news_word", word: newsWord }, proofs, accounts: [] };
      if (held.holder === "person" && isMenuWord(event.text)) {
        const input = { kind: "tap" as const, action: startOver };
        return { input, proofs, accounts: [] };
      }
      if (!understood) throw new TypeError("a text is understood before it is heard");
      const { said, read } = understood;
      return {
        input: { kind: "utterance", said },
        proofs: learnFromUtterance(proofs, read, now),
        accounts: accountsIn(read),
      };
    }
  }
}
