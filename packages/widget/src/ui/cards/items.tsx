import type { OrderElement } from "@meetbot/protocol";
import { Fragment, h } from "preact";
import { formatMoney } from "../../format/money.ts";
import { fill } from "../../phrases/fill.ts";
import { Icon } from "../parts/icon.tsx";
import type { Words } from "../parts/words.ts";
import { Picture } from "./picture.tsx";

/** How many items a card shows before it is unfolded. */
const seenAtFirst = 3;

interface Props {
  elements: OrderElement[];
  currency: string | undefined;
}

/** The product lines of an order: the first few, and the rest where it is asked for. */
export function Items({ elements, currency }: Props, { phrases }: Words) {
  const more = elements.slice(seenAtFirst);
  return (
    <>
      <List elements={elements.slice(0, seenAtFirst)} currency={currency} />
      {more.length > 0 && (
        <details>
          <summary class="unfold">
            {fill(phrases.moreItems, { count: more.length })}
            <Icon name="chevron" />
          </summary>
          <List elements={more} currency={currency} />
        </details>
      )}
    </>
  );
}

/** A price is the line's total as the shop gave it. */
function List(props: Props, { phrases, language }: Words) {
  return (
    <ul class="items">
      {props.elements.map(({ title, subtitle, quantity, price, currency, image_url }, at) => (
        <li key={at} class="item">
          <Picture url={image_url} />
          <div class="item-name">
            <p>{title}</p>
            {subtitle && <p class="quiet">{subtitle}</p>}
          </div>
          <div class="item-price">
            <bdi>{formatMoney(price, currency ?? props.currency, language)}</bdi>
            <span class="quiet">
              <bdi aria-hidden="true">×{quantity}</bdi>
              <span class="unseen"> {fill(phrases.quantity, { count: quantity })}</span>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
