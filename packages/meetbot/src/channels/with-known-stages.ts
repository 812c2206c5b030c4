import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { orderWithKnownStage, packageWithKnownStage } from "@meetbot/presentation";

/**
 * A reply for whoever draws its cards in a browser: beside each status stands what its words tell, which a browser does
 * not read. It is read off what is sent, so it tells no more.
 */
export function withKnownStages(reply: VisibleReply): VisibleReply {
  switch (reply.kind) {
    case "text":
      return reply;
    case "orders":
      return { ...reply, orders: reply.orders.map(orderWithKnownStage) };
    case "packages":
      return { ...reply, packages: reply.packages.map(packageWithKnownStage) };
  }
}
