import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { orderWithKnownStage, packageWithKnownStage } from "@meetbot/presentation";

/**
 * Adds to a reply the stage that each status text stands for, for clients that draw its cards in a browser, which does
 * not parse the text. The stage is derived from what is sent, so it reveals nothing more.
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
