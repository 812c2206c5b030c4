import type { Shown } from "../model/proof.ts";
import type { OutboundReply, VisibleReply } from "../model/reply.ts";
import type { Judgement } from "./levels.ts";
import { showOrder, showPackage } from "./redact.ts";

/**
 * A stored reply as it may be seen at this moment: what rested on a proof that has ended since is
 * cut down again. Every replay goes through here.
 */
export function visibleReply(reply: OutboundReply, now: number): VisibleReply {
  switch (reply.kind) {
    case "text":
      return reply;
    case "orders":
      return { ...reply, orders: reply.orders.map((shown) => visible(shown, showOrder, now)) };
    case "packages":
      return {
        ...reply,
        packages: reply.packages.map((shown) => visible(shown, showPackage, now)),
      };
  }
}

function visible<Item>(
  shown: Shown<Item>,
  show: (item: Partial<Item>, judgement: Judgement) => Shown<Item>,
  now: number,
): Partial<Item> {
  const ended = shown.expires !== null && shown.expires <= now;
  return ended ? show(shown.item, { level: 0, expires: null }).item : shown.item;
}
