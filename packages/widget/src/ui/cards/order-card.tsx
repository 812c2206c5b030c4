import type { Address } from "@meetbot/protocol";
import { h } from "preact";
import type { Locale } from "../../chat/chat.ts";
import type { SeenOrder } from "../../chat/reply.ts";
import { formatMoment, formatMonth } from "../../format/date.ts";
import { orderStatus } from "../../format/order-status.ts";
import { Hidden } from "../parts/hint.tsx";
import type { Words } from "../parts/words.ts";
import { Amounts } from "./amounts.tsx";
import { Fact } from "./fact.tsx";
import { Items } from "./items.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import { type Dated, When } from "./when.tsx";

/** An order as far as the customer may see it: what is hidden is absent, and leaves no gap. */
export function OrderCard(
  { order, isReceipt }: { order: SeenOrder; isReceipt: boolean | undefined },
  words: Words,
) {
  const { phrases } = words;
  const { order_number: number, elements = [], status } = order;
  const shown = status && orderStatus(status, phrases);
  return (
    <article class="card" aria-label={sayName("order", number, words)}>
      <div class="card-head">
        {isHidden(number) && <Hidden />}
        <div class="card-title">
          {isReceipt && <p class="quiet">{phrases.receipt}</p>}
          <h3>
            <Name of="order" number={number} />
          </h3>
          <When of={placed(order, words)} />
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

/** The phrase for when an order was placed, and its day or month; none where neither is told. */
export function placed(
  { timestamp, placed_month: month }: SeenOrder,
  { phrases, language }: Words,
): Dated {
  if (timestamp) return [phrases.placed, formatMoment(timestamp, language)];
  return month ? [phrases.placedIn, formatMonth(month, language)] : ["", ""];
}

function Person({ order }: { order: SeenOrder }, { phrases, locale }: Words) {
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
