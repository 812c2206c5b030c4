import type { Order } from "@meetbot/protocol";
import { h } from "preact";
import { Hint } from "./hint.tsx";
import { isMasked, OrderCard } from "./order-card.tsx";
import type { Words } from "./words.ts";

/** The orders of one reply; one line says what is hidden in all of them. */
export function OrdersReply(
  props: { orders: Partial<Order>[]; isReceipt?: boolean },
  { phrases }: Words,
) {
  return (
    <div class="cards">
      {props.orders.map((order, at) => (
        <OrderCard key={at} order={order} isReceipt={props.isReceipt ?? false} />
      ))}
      {props.orders.some(isMasked) && <Hint text={phrases.orderMasked} />}
    </div>
  );
}
