import { h } from "preact";
import type { SeenOrder } from "../../chat/reply.ts";
import { Hint } from "../parts/hint.tsx";
import type { Words } from "../parts/words.ts";
import { isHidden } from "./number.tsx";
import { OrderCard } from "./order-card.tsx";

/** The orders of one reply; one line says what is hidden in all of them. */
export function OrdersReply(
  props: { orders: SeenOrder[]; isReceipt?: boolean },
  { phrases }: Words,
) {
  return (
    <div class="cards">
      {props.orders.map((order, at) => (
        <OrderCard key={at} order={order} isReceipt={props.isReceipt} />
      ))}
      {props.orders.some((order) => isHidden(order.order_number)) && (
        <Hint text={phrases.orderMasked} />
      )}
    </div>
  );
}
