import { languageTags } from "../../words/locale.ts";
import type { Receipt } from "./look.ts";
import { lookWords } from "./look-words.ts";

/** An order as Messenger draws it: with everything but a status and a button. */
export function ReceiptView({ receipt, locale }: { receipt: Receipt; locale: "en" | "zh" }) {
  const words = lookWords[locale];
  const money = moneyOf(languageTags[locale], receipt.currency);
  const { summary, address, elements, adjustments = [] } = receipt;
  const sums = [
    [words.subtotal, summary.subtotal],
    [words.shipping, summary.shipping_cost],
    [words.tax, summary.total_tax],
    ...adjustments.map(({ name, amount }) => [name, -amount] as const),
  ] as const;
  return (
    <div className="in-messenger-card in-messenger-receipt">
      <strong>{words.receipt}</strong>
      <ul aria-label={words.items}>
        {elements.map(({ title, subtitle, quantity, price }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in all else
          <li key={place}>
            <span>
              {title}
              {subtitle && <small>{subtitle}</small>}
              {quantity !== undefined && <small>{words.quantity(String(quantity))}</small>}
            </span>
            <span>{money(price)}</span>
          </li>
        ))}
      </ul>
      <dl>
        {receipt.timestamp && (
          <Fact name={words.ordered} value={dateOf(receipt.timestamp, languageTags[locale])} />
        )}
        <Fact name={words.payment} value={receipt.payment_method} />
        <Fact
          name={words.shipTo}
          value={[receipt.recipient_name, ...Object.values(address ?? {})].join(", ")}
        />
      </dl>
      <dl className="in-messenger-sums">
        {sums.map(
          ([name, amount]) =>
            amount !== undefined && <Fact key={name} name={name} value={money(amount)} />,
        )}
        <Fact name={words.total} value={money(summary.total_cost)} />
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function moneyOf(tag: string, currency: string) {
  const format = new Intl.NumberFormat(tag, { style: "currency", currency });
  return (amount: number) => format.format(amount);
}

function dateOf(seconds: string, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: "medium" });
  return format.format(new Date(Number(seconds) * 1000));
}
