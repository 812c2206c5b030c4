import type { SeenOrder } from "@meetbot/presentation";
import { h } from "preact";
import { Hint } from "../parts/hint.tsx";
import type { ChatWords } from "../parts/words.ts";
import { isHidden } from "./number.tsx";
import { OrderCard } from "./order-card.tsx";
import { OrderRow } from "./order-row.tsx";

/**
 * Renders the orders of one reply: one as a card, several as a list, with one line about the data hidden in all of
 * them.
 */
export function OrdersReply({ orders }: { orders: SeenOrder[] }, { phrases }: ChatWords) {
  const [first] = orders;
  return (
    <div class="cards">
      {first && orders.length === 1 ? (
        <OrderCard order={first} />
      ) : (
        <div class="card">
          {orders.map((order, at) => (
            <OrderRow key={at} order={order} />
          ))}
        </div>
      )}
      {orders.some((order) => isHidden(order.order_number)) && <Hint text={phrases.orderMasked} />}
    </div>
  );
}
