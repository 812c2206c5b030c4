import { asTitle, orderLine, type SeenOrder, statusTone } from "@meetbot/presentation";
import { Fragment, h } from "preact";
import { Hidden } from "../parts/hint.tsx";
import { Icon, icons } from "../parts/icon.tsx";
import type { ChatWords } from "../parts/words.ts";
import { FirstItems } from "./items.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OrderDetails, ViewOrder } from "./order-card.tsx";
import { Picture } from "./picture.tsx";

/** Renders an order in a list: one line with its goods and status, which unfolds to the rest. */
export function OrderRow({ order }: { order: SeenOrder }, words: ChatWords) {
  const { order_number: number, elements = [], status } = order;
  const { reader } = words;
  const [first] = elements;
  const line = orderLine(order, reader);
  const head = (
    <>
      {isHidden(number) ? <Hidden /> : <Picture url={first?.image_url} />}
      <div class="card-title">
        <h3>{first ? line.title : <Name of="order" number={number} />}</h3>
        <p class="quiet">
          {status && (
            <span class={`state ${statusTone(order, reader)}`}>{asTitle(line.state, reader)}</span>
          )}
          {status && line.when && " · "}
          {line.when && asTitle(line.when, reader)}
        </p>
      </div>
    </>
  );
  return (
    <article aria-label={sayName("order", number, words)}>
      {order.summary ? (
        <details class="row">
          <summary class="card-head">
            {head}
            <Icon path={icons.chevron} />
          </summary>
          {first && (
            <p class="quiet">
              <Name of="order" number={number} />
            </p>
          )}
          <FirstItems elements={elements} currency={order.currency} />
          <OrderDetails order={order} />
          <ViewOrder order={order} />
        </details>
      ) : (
        <div class="card-head">{head}</div>
      )}
    </article>
  );
}
