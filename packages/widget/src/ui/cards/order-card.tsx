import { asTitle, orderLine, type SeenOrder, statusTone } from "@meetbot/presentation";
import { Fragment, h } from "preact";
import { Hidden } from "../parts/hint.tsx";
import type { ChatWords } from "../parts/words.ts";
import { Details } from "./details.tsx";
import { FirstItems, MoreItems } from "./items.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";

/**
 * Renders an order as far as the customer may see it: its status, date and goods; the rest is folded up. Hidden fields
 * are absent and leave no gap.
 */
export function OrderCard({ order }: { order: SeenOrder }, words: ChatWords) {
  const { order_number: number, status } = order;
  const { reader } = words;
  const { state, when } = orderLine(order, reader);
  return (
    <article class="card" aria-label={sayName("order", number, words)}>
      <div class="card-head">
        {isHidden(number) && <Hidden />}
        <div class="card-title">
          <h3>
            <Name of="order" number={number} />
          </h3>
          {when && <p class="quiet">{asTitle(when, reader)}</p>}
        </div>
        {status && <p class={`status ${statusTone(order, reader)}`}>{asTitle(state, reader)}</p>}
      </div>
      <FirstItems elements={order.elements ?? []} currency={order.currency} />
      {order.summary && (
        <Details of={number}>
          <OrderDetails order={order} />
        </Details>
      )}
      <ViewOrder order={order} />
    </article>
  );
}

/** Renders an order's details for a second look. */
export function OrderDetails({ order }: { order: SeenOrder }, { late }: ChatWords) {
  return (
    <>
      <MoreItems elements={order.elements ?? []} currency={order.currency} />
      {late.OrderFacts && <late.OrderFacts order={order} />}
    </>
  );
}

/** Renders the link to the order on the shop's own page. */
export function ViewOrder({ order }: { order: SeenOrder }, { phrases }: ChatWords) {
  return <OutLink url={order.order_url} label={phrases.viewOrder} of={order.order_number} />;
}
