import { type DialogInput, longestSearch, stateBefore, step } from "../dialog/step.ts";
import { learnFromAnswer, learnFromSignature, learnFromUtterance } from "../identity/proofs.ts";
import { redact } from "../identity/redact.ts";
import type { MerchantAnswer, Question } from "../model/ask.ts";
import type { Bot } from "../model/bot.ts";
import type { ConversationState } from "../model/conversation.ts";
import type { Delivery } from "../model/delivery.ts";
import type { EventContent } from "../model/inbound-event.ts";
import type { Proof } from "../model/proof.ts";
import type { Reply } from "../model/reply.ts";
import { say } from "../phrases/say.ts";
import { recognize } from "../recognition/recognize.ts";
import type { Turn } from "../store/store.ts";
import { giveTokens, resolveChoice } from "./choice-tokens.ts";

/** Nothing asks longer than a search through an account, with a number's two meanings before it. */
const maxQuestionsPerTurn = longestSearch + 2;

/** What a turn needs of the world. */
export interface TurnWorld {
  askMerchant(question: Question): Promise<{ answer: MerchantAnswer; delivery: Delivery }>;
  /** Unix milliseconds. */
  now(): number;
  newToken(): string;
}

/** The bot on one page: what a customer did becomes what the bot says. */
export async function takeTurn(
  bot: Bot,
  before: ConversationState | null,
  event: EventContent,
  world: TurnWorld,
): Promise<Turn> {
  const known = before ?? stateOfNew(bot);
  const { input, proofs: heardProofs } = hear(bot, known, event, world.now());

  let proofs = heardProofs;
  let said = step(known.dialog, input, bot);
  const replies: Reply[] = [...said.replies];
  const deliveries: Delivery[] = [];

  while (said.ask) {
    const plan = said.ask;
    const { question } = plan;
    if (deliveries.length === maxQuestionsPerTurn) throw new Error("The turn asks without end.");
    const { answer, delivery } = await world.askMerchant(question);
    deliveries.push(delivery);
    proofs = learnFromAnswer(proofs, question, answer, world.now());
    const { policy, numberAlone } = bot;
    const shown = redact(answer, { question, proofs, policy, numberAlone, now: world.now() });
    said = step(said.state, { kind: "answer", plan, answer: shown }, bot);
    replies.push(...said.replies);
  }

  const outbound = giveTokens(replies, said.state.locale, known.choices, world.newToken);
  return {
    state: { dialog: said.state, proofs, choices: outbound.choices },
    replies: outbound.replies,
    deliveries,
    personAsked: said.personAsked,
    accounts: newAccounts(known.proofs, proofs),
  };
}

/** The turn of an event that could not be handled: nothing changes, and the customer is told. */
export function apologize(bot: Bot, before: ConversationState | null): Turn {
  const state = before ?? stateOfNew(bot);
  const { locale } = state.dialog;
  const reply = { kind: "text" as const, text: say(locale, "failed"), locale };
  return { state, replies: [reply], deliveries: [], personAsked: false, accounts: [] };
}

/** Accounts named for the first time. */
function newAccounts(before: Proof[], after: Proof[]): string[] {
  const accountsIn = (proofs: Proof[]) =>
    proofs.filter(({ kind }) => kind === "account").map(({ value }) => value);
  const known = new Set(accountsIn(before));
  return accountsIn(after).filter((account) => !known.has(account));
}

function stateOfNew(bot: Bot): ConversationState {
  return { dialog: stateBefore(bot.locale), proofs: [], choices: {} };
}

/** What an event means to the dialog, and what it proves: a tap proves nothing. */
function hear(
  bot: Bot,
  { dialog, proofs, choices }: ConversationState,
  event: EventContent,
  now: number,
): { input: DialogInput; proofs: Proof[] } {
  switch (event.kind) {
    case "start": {
      const { locale, account } = event;
      const input = { kind: "start" as const, locale: locale ?? bot.locale, account };
      return { input, proofs: account ? learnFromSignature(proofs, account, now) : proofs };
    }
    case "tap":
      return { input: { kind: "tap", action: resolveChoice(event.payload, choices) }, proofs };
    case "text": {
      const said = recognize(event.text, { fallbackLocale: dialog.locale });
      return { input: { kind: "utterance", said }, proofs: learnFromUtterance(proofs, said, now) };
    }
  }
}
