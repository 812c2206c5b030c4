import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import {
  enumerate,
  formatMoney,
  goodsName,
  languages,
  readerOf,
  type Stage,
  say,
} from "@meetbot/presentation";
import { until } from "../dialogs/choices.ts";
import { type Step, tell } from "../dialogs/moves.ts";

/** Stages in which the customer's money was not spent, or came back. */
const notSpent: ReadonlySet<Stage | undefined> = new Set<Stage>([
  ...(["canceled", "refunded", "returning", "returned"] as const),
]);

/**
 * Says what several orders on the screen cost in total and each, as shown there. `null` if a total is unknown or there
 * are not several orders.
 */
export function sumOnScreen(state: DialogState, orders: readonly OnScreen[]): Step | null {
  const { locale } = state;
  const spent = orders.filter(({ stage }) => !notSpent.has(stage));
  const priced = spent.flatMap(({ total, ...one }) => (total ? [{ ...one, total }] : []));
  if (priced.length < Math.max(spent.length, 2)) return null;
  const money = (amount: number, currency: string) =>
    formatMoney(Math.round(amount * 1000) / 1000, currency, readerOf(locale));
  const sums = [...Map.groupBy(priced, ({ total }) => total.currency)].map(([currency, those]) =>
    money(
      those.reduce((all, { total }) => all + total.amount, 0),
      currency,
    ),
  );
  const each = priced.map(({ titles, number, total }) => {
    const name = goodsName(titles, readerOf(locale)) || (number ?? "");
    return `${name} ${money(total.amount, total.currency)}`;
  });
  const amount = enumerate(sums, locale);
  const parts = each.join(languages[locale].window.words.comma);
  const words = say(locale, "surveySum", { count: priced.length, parts, amount });
  const ends = priced.flatMap(({ expires }) => expires ?? []);
  const proof = {
    expires: ends.length > 0 ? Math.min(...ends) : null,
    ...(priced.some(({ ofAccount }) => ofAccount) && { ofAccount: true as const }),
  };
  const facts = [{ about: "total" as const, value: amount }];
  const reply: Reply = { kind: "text", text: words, facts, ofOrder: { personal: [] } };
  const told = { number: null, facts: ["total" as const] };
  return tell({ ...state, misunderstood: 0, told }, until(proof, reply));
}
