import { fill, formatMoney } from "@meetbot/presentation";
import type { OrderElement } from "@meetbot/protocol";
import { h } from "preact";
import type { ChatWords } from "../parts/words.ts";
import { Picture } from "./picture.tsx";

/** How many items a card shows before its details are unfolded. */
const seenAtFirst = 2;

interface Props {
  elements: OrderElement[];
  currency: string | undefined;
}

/** Renders the first product lines of an order, and how many more there are. */
export function FirstItems({ elements, currency }: Props, { phrases }: ChatWords) {
  const count = elements.length - seenAtFirst;
  return (
    elements.length > 0 && (
      <div>
        <List elements={elements.slice(0, seenAtFirst)} currency={currency} />
        {count > 0 && <p class="quiet more">{fill(phrases.moreItems, { count })}</p>}
      </div>
    )
  );
}

/** The items after those shown at first. */
export function MoreItems({ elements, currency }: Props) {
  return (
    elements.length > seenAtFirst && (
      <List elements={elements.slice(seenAtFirst)} currency={currency} />
    )
  );
}

/** A price is the line's total as the shop gave it. */
function List(props: Props, { reader }: ChatWords) {
  return (
    <ul class="items">
      {props.elements.map(({ title, quantity, price, ...one }, at) => (
        <li key={at} class="item">
          <Picture url={one.image_url} />
          <div class="item-name">
            <p>
              {quantity} × {title}
            </p>
            {one.subtitle && <p class="quiet">{one.subtitle}</p>}
          </div>
          <bdi class="item-price">{formatMoney(price, one.currency ?? props.currency, reader)}</bdi>
        </li>
      ))}
    </ul>
  );
}
