import { amountLines } from "@meetbot/presentation";
import type { Order } from "@meetbot/protocol";
import { h } from "preact";
import type { Words } from "../parts/words.ts";
import { Fact } from "./fact.tsx";

/** What the order costs, as its summary says; discounts are subtracted. */
export function Amounts({ order }: { order: Partial<Order> }, { reader }: Words) {
  const lines = amountLines(order, reader);
  return (
    lines.length > 0 && (
      <dl class="amounts">
        {lines.map(([label, amount], at) => (
          <Fact key={at} of={label} class={at === lines.length - 1 ? "total" : ""}>
            <bdi>{amount}</bdi>
          </Fact>
        ))}
      </dl>
    )
  );
}
