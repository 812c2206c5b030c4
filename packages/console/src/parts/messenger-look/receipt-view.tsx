import {
  addressLine,
  amountLines,
  asTitle,
  type CustomerLocale,
  fill,
  formatMoney,
  placed,
  readerOf,
} from "@meetbot/presentation";
import type { Receipt } from "./look.ts";

/** An order as Messenger draws it: with everything but a status and a button. */
export function ReceiptView({ receipt, locale }: { receipt: Receipt; locale: CustomerLocale }) {
  const reader = readerOf(locale);
  const { words } = reader.language;
  const { address = {}, elements, currency } = receipt;
  const [placedWords, placedDate] = placed(receipt, reader);
  return (
    <div className="in-messenger-card in-messenger-receipt">
      <strong>{words.receipt}</strong>
      {placedDate && <small>{asTitle(fill(placedWords, { date: placedDate }), reader)}</small>}
      <ul aria-label={words.receipt}>
        {elements.map(({ title, subtitle, quantity, price }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in all else
          <li key={place}>
            <span>
              {title}
              {subtitle && <small>{subtitle}</small>}
              {quantity !== undefined && <small>{fill(words.quantity, { count: quantity })}</small>}
            </span>
            <span>{formatMoney(price, currency, reader)}</span>
          </li>
        ))}
      </ul>
      <dl>
        <Fact name={words.payment} value={receipt.payment_method} />
        <Fact
          name={words.shipTo}
          value={[receipt.recipient_name, addressLine(address, reader)].filter(Boolean).join("\n")}
        />
      </dl>
      <dl className="in-messenger-sums">
        {amountLines(receipt, reader).map(([name, amount], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two discounts may be alike
          <Fact key={place} name={name} value={amount} />
        ))}
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
