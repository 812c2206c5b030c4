import type { VisibleReply } from "../../model/conversation/reply.ts";
import type { RenderContext } from "../channel.ts";
import { orderCard } from "./order-card.ts";
import { packageCard } from "./package-card.ts";

/** Any reply as plain text: for the terminal, for transcripts, and where a channel has no cards. */
export function render(reply: VisibleReply, context: RenderContext): string {
  const choices = (reply.choices ?? []).map((choice, index) => `[${index + 1}] ${choice.title}`);
  return [...body(reply, context), ...(choices.length > 0 ? [choices.join("  ")] : [])].join("\n");
}

function body(reply: VisibleReply, { timeZone }: RenderContext): string[] {
  const reader = { locale: reply.locale, timeZone };
  switch (reply.kind) {
    case "text":
      return [reply.text, ...(reply.link ? [`→ ${reply.link.title}: ${reply.link.url}`] : [])];
    case "orders":
      return reply.orders.map((order) => orderCard(order, reader));
    case "packages":
      return reply.packages.map((pkg) => packageCard(pkg, reader));
  }
}
