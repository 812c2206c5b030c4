import {
  orderLine,
  orderLines,
  packageLines,
  type Reader,
  readerOf,
  type SeenOrder,
} from "@meetbot/presentation";
import type { VisibleReply } from "../../model/conversation/reply.ts";
import type { RenderContext } from "../channel.ts";

/** Any reply as plain text: for the terminal, for transcripts, and where a channel has no cards. */
export function render(reply: VisibleReply, context: RenderContext): string {
  const choices = (reply.choices ?? []).map((choice, index) => `[${index + 1}] ${choice.title}`);
  return [...body(reply, context), ...(choices.length > 0 ? [choices.join("  ")] : [])].join("\n");
}

function body(reply: VisibleReply, context: RenderContext): string[] {
  const reader = readerOf(reply.locale, context);
  switch (reply.kind) {
    case "text":
      return [reply.text, ...(reply.link ? [`→ ${reply.link.title}: ${reply.link.url}`] : [])];
    case "orders":
      return reply.orders.length > 1
        ? reply.orders.map((order, at) => `${at + 1}. ${asLine(order, reader)}`)
        : reply.orders.map((order) => asText(orderLines(order, reader)));
    case "packages":
      return reply.packages.map((pkg) => asText(packageLines(pkg, reader)));
  }
}

/** An order of a list: its goods, where it is, and when it comes. */
export function asLine(order: SeenOrder, reader: Reader): string {
  const { title, state, when } = orderLine(order, reader);
  return [title, state, when].filter(Boolean).join(" · ");
}

/** The lines of a card, with all but the first below it. */
export function asText(lines: readonly string[]): string {
  return lines.join("\n  ");
}
