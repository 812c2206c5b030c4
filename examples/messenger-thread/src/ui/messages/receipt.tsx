import type { ReceiptTemplate } from "../../scene/scene.ts";
import { formatMoment, formatMoney } from "../../words/format.ts";
import { useWords } from "../../words/speaking.ts";
import { Icon } from "../parts/icon.tsx";

/** So many items are seen at once; the details hold all. */
const firstItems = 3;

/** A receipt: the first items and the total, and all else on a tap. */
export function Receipt({ receipt }: { receipt: ReceiptTemplate }) {
  const { language, receipt: words } = useWords();
  const money = (amount: number) => formatMoney(amount, receipt.currency, language);
  const { elements, summary } = receipt;
  return (
    <div class="card receipt">
      <p class="words kind">{words.title}</p>
      <ul class="items">
        {elements.slice(0, firstItems).map((item) => (
          <Item key={JSON.stringify(item)} item={item} money={money} />
        ))}
      </ul>
      <dl class="total">
        <dt>{words.total}</dt>
        <dd>{money(summary.total_cost)}</dd>
      </dl>
      <details>
        <summary class="card-button">
          {words.details}
          <Icon name="chevron" />
        </summary>
        {elements.length > firstItems && (
          <ul class="items">
            {elements.slice(firstItems).map((item) => (
              <Item key={JSON.stringify(item)} item={item} money={money} />
            ))}
          </ul>
        )}
        <Facts receipt={receipt} />
        <Sums receipt={receipt} money={money} />
      </details>
    </div>
  );
}

interface ItemProps {
  item: ReceiptTemplate["elements"][number];
  money(amount: number): string;
}

function Item({ item: { title, subtitle, quantity, price, image_url }, money }: ItemProps) {
  const { receipt: words } = useWords();
  const below = [subtitle, quantity !== undefined && words.quantity(quantity)].filter(Boolean);
  return (
    <li>
      {image_url ? <img src={image_url} alt="" loading="lazy" /> : <span class="no-picture" />}
      <div>
        <strong dir="auto">{title}</strong>
        {below.length > 0 && <p dir="auto">{below.join(" · ")}</p>}
        <p>{money(price)}</p>
      </div>
    </li>
  );
}

function Facts({ receipt }: { receipt: ReceiptTemplate }) {
  const { language, receipt: words } = useWords();
  const { order_number, timestamp, payment_method, recipient_name, address } = receipt;
  const lines = address && [
    recipient_name,
    address.street_1,
    address.street_2,
    `${address.city} ${address.state} ${address.postal_code}`,
    address.country,
  ];
  return (
    <dl class="facts">
      <dt>{words.order}</dt>
      <dd>{order_number}</dd>
      {timestamp && (
        <>
          <dt>{words.placed}</dt>
          <dd>{formatMoment(Number(timestamp) * 1000, language)}</dd>
        </>
      )}
      <dt>{words.paidWith}</dt>
      <dd>{payment_method}</dd>
      <dt>{words.shipTo}</dt>
      <dd dir="auto">{(lines ?? [recipient_name]).filter(Boolean).join("\n")}</dd>
    </dl>
  );
}

function Sums({ receipt, money }: { receipt: ReceiptTemplate; money(amount: number): string }) {
  const { receipt: words } = useWords();
  const { summary, adjustments = [] } = receipt;
  const sums = [
    [words.subtotal, summary.subtotal],
    [words.shipping, summary.shipping_cost],
    [words.tax, summary.total_tax],
    ...adjustments.map(({ name, amount }) => [name, -amount] as const),
    [words.total, summary.total_cost],
  ] as const;
  return (
    <dl class="sums">
      {sums.map(([name, amount]) =>
        amount === undefined ? null : (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
