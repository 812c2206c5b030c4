import type { Order } from "@meetbot/protocol";
import { h } from "preact";
import { formatDiscount, formatMoney } from "../../format/money.ts";
import type { Words } from "../parts/words.ts";
import { Fact } from "./fact.tsx";

/** What the order costs, as its summary says; discounts are subtracted. */
export function Amounts({ order }: { order: Partial<Order> }, { phrases, language }: Words) {
  const { summary, adjustments = [], currency } = order;
  if (!summary) return null;
  const money = (amount: number | undefined) =>
    amount !== undefined && <bdi>{formatMoney(amount, currency, language)}</bdi>;
  return (
    <dl class="amounts">
      <Fact of={phrases.subtotal}>{money(summary.subtotal)}</Fact>
      {adjustments.map(({ name, amount }, at) => (
        <Fact key={at} of={name}>
          <bdi>{formatDiscount(amount, currency, language)}</bdi>
        </Fact>
      ))}
      <Fact of={phrases.shipping}>{money(summary.shipping_cost)}</Fact>
      <Fact of={phrases.tax}>{money(summary.total_tax)}</Fact>
      <Fact of={phrases.total} class="total">
        {money(summary.total_cost)}
      </Fact>
    </dl>
  );
}
