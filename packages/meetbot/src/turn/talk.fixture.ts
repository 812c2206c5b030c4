import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { WaitingFacts } from "@meetbot/model/conversation/waiting.ts";
import { type Held, heldByBot } from "@meetbot/model/desk/holder.ts";
import type { NewsFacts } from "@meetbot/model/push/news-state.ts";
import type { Order, OrderFilter, Package } from "@meetbot/protocol";
import { comparableNumber, sameNumber } from "@meetbot/protocol";
import { visibleReply } from "../identity/visible-reply.ts";
import { noLinks } from "./no-links.fixture.ts";
import { type TakenTurn, takeTurn } from "./take-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** What a shop answers to a question. */
export type AnswerQuestion = (question: Question) => MerchantAnswer;

/** What a shop has, in memory: its accounts list numbers. */
export interface Stock {
  orders: readonly Order[];
  packages?: readonly Package[];
  accounts?: Readonly<Record<string, Partial<Record<OrderFilter, readonly string[]>>>>;
}

/** What the protocol gives as the usual length of a page. */
const pageLength = 3;

const no = (reason: "user_not_found" | "order_not_found"): MerchantAnswer => {
  return { kind: "refusal", reason, code: null, message: "" };
};

/** The shop's system does not answer. */
export const down: MerchantAnswer = { kind: "unavailable", reason: "timeout" };

/** An honest shop that has this, and answers in pages of three. */
export function shopWith({ orders, packages = [], accounts = {} }: Stock): AnswerQuestion {
  const orderOf = (number: string) =>
    orders.filter(({ order_number }) => sameNumber(order_number, number));
  return (question) => {
    if (question.method === "packages") {
      const own = packages.filter((pkg) => isAskedFor(pkg, question));
      const isKnown = "orderNumber" in question && orderOf(question.orderNumber).length > 0;
      if (own.length === 0 && !isKnown) return no("order_not_found");
      return { kind: "packages", ...pageOf(own, question.page, "packages") };
    }
    if ("orderNumber" in question) {
      const found = orderOf(question.orderNumber);
      return found.length > 0
        ? { kind: "orders", orders: found, hasNextPage: false }
        : no("order_not_found");
    }
    const account = accounts[question.userAccount];
    if (!account) return no("user_not_found");
    const listed = (account[question.filter] ?? []).flatMap(orderOf);
    return { kind: "orders", ...pageOf(listed, question.page, "orders") };
  };
}

function isAskedFor(pkg: Package, question: Extract<Question, { method: "packages" }>): boolean {
  if ("orderNumber" in question) return sameNumber(pkg.order_number, question.orderNumber);
  const numbers = [pkg.package_number, pkg.tracking_number ?? ""];
  return numbers.some((number) => sameNumber(number, question.packageNumber));
}

function pageOf<Item, Name extends string>(all: readonly Item[], page: number, name: Name) {
  const items = all.slice((page - 1) * pageLength, page * pageLength);
  const named = { [name]: items } as Record<Name, Item[]>;
  return { ...named, hasNextPage: all.length > page * pageLength };
}

/** An order as a shop has it. */
export function orderWith(order_number: string, more: Partial<Order> = {}): Order {
  return {
    order_number,
    currency: "USD",
    timestamp: "1795000000",
    status: "processing",
    summary: { total_cost: 10 },
    elements: [],
    ...more,
  };
}

/** A conversation with a shop of a bot of its own. */
export interface Talk {
  /** Unix milliseconds; may be set. */
  now: number;
  /** What the shop says itself; may be set. */
  answers: AnswerBook;
  /** Which orders carriers' numbers belong to; what the shop says enters. */
  tracked: Map<string, string>;
  /** What the shop was asked since the customer said the last thing. */
  asked: Question[];
  turn: TakenTurn | null;
  /** Who answers; turns move it as the store would, and it may be set. */
  held: Held;
  /** How customers are answered by people; may be set. */
  waiting: WaitingFacts;
  /** By which it is counted, with {@link limits}; may be set. */
  conversationId: string;
  /** Keeps no limit; may be set. */
  limits: TurnDeps["limits"];
  /** How updates reach customers, as in {@link TurnDeps}; may be set, and is unset when left out. */
  news?: NewsFacts;
  say(text: string): Promise<VisibleReply[]>;
  /** Something happens that the customer neither wrote nor tapped. */
  hear(event: EventContent): Promise<VisibleReply[]>;
  tap(title: string): Promise<VisibleReply[]>;
  /** Changes what is known of the customer, outside the conversation. */
  change(by: (dialog: DialogState) => DialogState): void;
  open(account?: string, subscribe?: string): Promise<VisibleReply[]>;
  /** Returns all replies of the bot, as a freshly opened page shows them now. */
  replay(): VisibleReply[];
}

/** Opens a conversation; the policy is the usual one unless `about` sets another. */
export function openTalk(
  answer: AnswerQuestion,
  about: Partial<Bot> = {},
  askModel: TurnDeps["askModel"] = null,
): Talk {
  const shop = { pageId: "1", endpoint: "https://shop.example/webhook" };
  const { bot } = newBot({ id: "bot_test", name: "Shop", ...shop });
  let state: ConversationState | null = null;
  let tokens = 0;
  const said: OutboundReply[] = [];
  async function hear(event: EventContent): Promise<VisibleReply[]> {
    talk.asked = [];
    const turn = await takeTurn(
      { ...bot, ...about },
      { conversationId: talk.conversationId, before: state, held: talk.held, event },
      {
        async askMerchant(question) {
          talk.asked.push(question);
          return { answer: answer(question), delivery: null };
        },
        trackedOrder: async (number) => talk.tracked.get(comparableNumber(number)) ?? null,
        askModel,
        limits: talk.limits,
        codes: null,
        answers: talk.answers,
        waiting: talk.waiting,
        ...(talk.news && { news: talk.news }),
        ...noLinks,
        now: () => talk.now,
        newToken: () => `token-${++tokens}`,
      },
    );
    state = turn.state;
    if (turn.move) talk.held = { holder: turn.move.to, by: null, atMs: talk.now };
    talk.turn = turn;
    for (const { trackingNumber, orderNumber } of turn.tracked ?? []) {
      talk.tracked.set(comparableNumber(trackingNumber), orderNumber);
    }
    said.push(...turn.replies);
    return turn.replies.map((reply) => visibleReply(reply, talk.now));
  }
  const talk: Talk = {
    now: Date.UTC(2026, 10, 25, 12),
    answers: emptyBook,
    tracked: new Map(),
    asked: [],
    turn: null,
    held: heldByBot,
    waiting: { usualWait: null, mailsReplies: false },
    conversationId: "c_test",
    limits: { count: async () => [], note: async () => {} },
    hear,
    say: (text) => hear({ kind: "text", text }),
    change(by) {
      if (state) state = { ...state, dialog: by(state.dialog) };
    },
    tap(title) {
      const offered = said.flatMap(({ choices = [] }) => choices);
      const choice = offered.findLast((one) => one.title === title);
      return hear({ kind: "tap", payload: choice?.payload ?? title });
    },
    open(account, subscribe) {
      const agreed = subscribe === undefined ? {} : { subscribe };
      return hear({ kind: "start", locale: "en", account: account ?? null, ...agreed });
    },
    replay: () => said.map((reply) => visibleReply(reply, talk.now)),
  };
  return talk;
}

/** All that a customer reads of some replies, texts alone. */
export function textsOf(replies: readonly VisibleReply[]): string[] {
  return replies.flatMap((reply) => (reply.kind === "text" ? [reply.text] : []));
}

/** The titles of the buttons below them. */
export function titlesOf(replies: readonly VisibleReply[]): string[] {
  return replies.flatMap(({ choices = [] }) => choices.map(({ title }) => title));
}
