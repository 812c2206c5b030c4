import type { Address, Order } from "@meetbot/protocol";
import { h } from "preact";
import type { Locale } from "../chat/chat.ts";
import { formatMoment } from "../format/date.ts";
import { orderStatus } from "../format/order-status.ts";
import { fillParts } from "../phrases/fill.ts";
import { Amounts } from "./amounts.tsx";
import { Fact } from "./fact.tsx";
import { Hidden } from "./hint.tsx";
import { Items } from "./items.tsx";
import { Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import type { Words } from "./words.ts";

/** An order as far as the customer may see it: what is hidden is absent, and leaves no gap. */
export function OrderCard(
  { order, isReceipt }: { order: Partial<Order>; isReceipt: boolean },
  words: Words,
) {
  const { phrases, language } = words;
  const { order_number: number, elements = [], status, timestamp } = order;
  const shown = status && orderStatus(status, phrases);
  return (
    <article class="card" aria-label={sayName("order", number, words)}>
      <div class="card-head">
        {isMasked(order) && <Hidden />}
        <div class="card-title">
          {isReceipt && <p class="quiet">{phrases.receipt}</p>}
          <h3>
            <Name of="order" number={number} />
          </h3>
          {timestamp && (
            <p class="quiet">
              {fillParts(phrases.placed, { date: <bdi>{formatMoment(timestamp, language)}</bdi> })}
            </p>
          )}
        </div>
        {shown && <p class={`status ${shown.tone}`}>{shown.words}</p>}
      </div>
      {elements.length > 0 && <Items elements={elements} currency={order.currency} />}
      <Amounts order={order} />
      <Person order={order} />
      <OutLink url={order.order_url} label={phrases.viewOrder} of={number} />
    </article>
  );
}

/** Whether only status and date are shown (level 0). */
export function isMasked(order: Partial<Order>): boolean {
  return !order.elements && !order.summary;
}

function Person({ order }: { order: Partial<Order> }, { phrases, locale }: Words) {
  const { recipient_name: name, address = {}, payment_method: payment } = order;
  const receiver = [name, addressLine(address, locale)].filter(Boolean);
  return (
    (receiver.length > 0 || payment) && (
      <dl class="facts">
        <Fact of={phrases.shipTo}>{receiver.join("\n")}</Fact>
        <Fact of={phrases.payment}>{payment}</Fact>
      </dl>
    )
  );
}

/** English goes from the street to the country, Chinese the other way. */
function addressLine(address: Address, locale: Locale): string {
  const { street_1, street_2, city, state, postal_code, country } = address;
  const parts =
    locale === "zh"
      ? [country, state, city, street_1, street_2, postal_code]
      : [street_1, street_2, city, state, postal_code, country];
  return [...new Set(parts.filter(Boolean))].join(locale === "zh" ? " " : ", ");
}
