import { render } from "../../channels/messenger/render.ts";
import type { Rendered } from "../../channels/messenger/rendering.ts";
import type { VisibleReply } from "../../model/reply.ts";

/**
 * Draws replies of one conversation, in their order, as Messenger would show them. An order has its
 * receipt once, as when they are sent.
 */
export function createMessengerLook(timeZone: string): (reply: VisibleReply) => Rendered {
  const receipts = new Set<string>();
  return (reply) => {
    const [order] = reply.kind === "orders" ? reply.orders : [];
    const look = render(reply, { timeZone, receipts: !receipts.has(order?.order_number ?? "") });
    for (const message of look.messages) {
      if (!("attachment" in message)) continue;
      const { payload } = message.attachment;
      if (payload.template_type === "receipt") receipts.add(payload.order_number);
    }
    return look;
  };
}
