import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { toCalendarDate } from "@meetbot/presentation";
import { render } from "../../../channels/messenger/rendering/render.ts";
import type { Rendered } from "../../../channels/messenger/rendering/rendering.ts";
import { withPrefixText } from "../../../channels/messenger/rendering/with-prefix-text.ts";
import { prefixTextOf } from "../../../channels/prefix-text-of.ts";

/**
 * Renders replies of one conversation, in their order, as Messenger would show them. Each order gets one receipt, as
 * when the replies are sent; days are relative to the day of the reply.
 */
export function createMessengerLook(timeZone: string): (reply: VisibleReply, at: Date) => Rendered {
  const used = new Set<string>();
  return (reply, at) => {
    const [order] = reply.kind === "orders" ? reply.orders : [];
    const receipts = !used.has(order?.order_number ?? "");
    const look = render(reply, { timeZone, today: toCalendarDate(at, timeZone), receipts });
    for (const message of look.messages) {
      if (!("attachment" in message)) continue;
      const { payload } = message.attachment;
      if (payload.template_type === "receipt") used.add(payload.order_number);
    }
    return look;
  };
}

/** A reply, and how it looks alone. */
interface LookedAt {
  reply: VisibleReply;
  look: Rendered;
}

/**
 * Returns how replies look together, in order: a text that is sent in one message with the reply right after it is
 * shown there. `null` for anything that is not a reply.
 */
export function joinLooks(said: readonly (LookedAt | null)[]): (Rendered | null)[] {
  const looks: (Rendered | null)[] = said.map((one) => one?.look ?? null);
  let behind = said.length;
  for (let place = said.length - 1; place >= 0; place--) {
    const one = said[place];
    const lead = one ? prefixTextOf(one.reply) : null;
    const look = looks[behind];
    const [first, ...others] = look?.messages ?? [];
    const joined = lead === null || !first ? null : withPrefixText(lead, first);
    if (look && joined) {
      looks[behind] = { ...look, messages: [joined, ...others] };
      looks[place] = { messages: [], notes: ["said_with_next"] };
    } else behind = place;
  }
  return looks;
}
