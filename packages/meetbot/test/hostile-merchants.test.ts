import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { heldByBot } from "@meetbot/model/desk/holder.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { type CustomerLocale, say } from "@meetbot/presentation";
import type { Behavior } from "../src/merchant/hostile/behavior.fixture.ts";
import { behaviors } from "../src/merchant/hostile/behaviors.fixture.ts";
import { meet, pageId } from "../src/merchant/hostile/hostile-merchant.fixture.ts";
import { merchantWords, orderNumber } from "../src/merchant/hostile/valid-answer.fixture.ts";
import type { Turn } from "../src/store/mailbox/turn.ts";
import { noLinks } from "../src/turn/no-links.fixture.ts";
import type { TurnDeps } from "../src/turn/perform-ask.ts";
import { takeTurn } from "../src/turn/take-turn.ts";

// What a customer reads when the merchant does one of all those things: one polite sentence of
// Meetbot's own, in the customer's language, with what to do next.

const { bot } = newBot({
  id: "bot_test",
  name: "Shop",
  pageId,
  endpoint: "https://shop.example/webhook",
});

const utterances: Record<"en" | "zh", Record<Question["method"], string>> = {
  en: {
    orders: `show order ${orderNumber}`,
    packages: `track the packages of order ${orderNumber}`,
  },
  zh: { orders: `查询订单 ${orderNumber}`, packages: `订单 ${orderNumber} 的包裹到哪了` },
};

for (const [kind, list] of Object.entries(behaviors)) {
  describe(`a customer of a merchant that ${kind}`, { concurrency: 24 }, () => {
    for (const behavior of list) {
      it(`that ${behavior.name}: is told politely`, async () => {
        for (const turn of await Promise.all([hear(behavior, "en"), hear(behavior, "zh")])) {
          checkTurn(turn);
        }
      });
    }
  });
}

/** The turn in which a new customer asks for what the behavior is about. */
function hear(behavior: Behavior, locale: keyof typeof utterances): Promise<Turn> {
  const text = utterances[locale][behavior.question?.method ?? "orders"];
  return meet(behavior, ({ ask }) => {
    let tokens = 0;
    const world: TurnDeps = {
      askMerchant: (question) => ask(question),
      askModel: null,
      limits: { count: async () => [], note: async () => {} },
      codes: null,
      answers: emptyBook,
      ...noLinks,
      now: () => Date.parse("2026-11-20T12:00:00Z"),
      newToken: () => `token-${++tokens}`,
    };
    return takeTurn(
      bot,
      { conversationId: "c_test", before: null, held: heldByBot, event: { kind: "text", text } },
      world,
    );
  });
}

function checkTurn({ replies, deliveries, state }: Turn): void {
  const locale = state.dialog.locale === "zh" ? "zh" : "en";
  const [asked, last = asked] = [deliveries[0], deliveries.at(-1)];
  assert(asked && last, "the shop was not asked");
  const cards = replies.filter(({ kind }) => kind !== "text");
  // The bot shows what it found, even when it could learn nothing more about it.
  const outcome = cards.length > 0 ? asked.outcome : last.outcome;
  const [first, ...more] = replies;
  assert(first?.kind === "text", "nothing was said");
  for (const reply of replies) {
    assert.equal(reply.locale, locale);
    const isOfGoods = JSON.stringify(cards).includes(merchantWords);
    if (reply.kind === "text") assert(isOfGoods || !reply.text.includes(merchantWords));
  }
  if (outcome === "answered") checkAnswer(locale, first.text, more);
  else {
    assert.equal(first.text, wordsFor(outcome, locale));
    assert(titlesOf(first).includes(say(locale, "choicePerson")));
    assert.deepEqual(more, []);
  }
}

/** What Meetbot says when there is nothing to show. */
function wordsFor(outcome: Delivery["outcome"], locale: CustomerLocale): string {
  if (outcome === "order_not_found") return say(locale, "numberNotFound", { number: orderNumber });
  return say(locale, outcome === "gone" ? "unavailableForNow" : "unavailable");
}

/** How Meetbot's own sentences about an order or a package begin. */
const tells = { en: /^Your (order|package) /, zh: /^您的(订单|包裹)/ };

/** One sentence, the cards, and where they are masked why that is. */
function checkAnswer(
  locale: keyof typeof tells,
  text: string,
  [cards, ...why]: OutboundReply[],
): void {
  assert(cards && cards.kind !== "text", "no order or package was shown");
  if (text === say(locale, "orderFoundMasked")) {
    assert.deepEqual(
      why.map((reply) => reply.kind === "text" && reply.text),
      [say(locale, "ladderNumber")],
    );
  } else {
    assert.match(text, tells[locale]);
    assert.deepEqual(why, []);
  }
}

const titlesOf = ({ choices = [] }: OutboundReply) => choices.map(({ title }) => title);
