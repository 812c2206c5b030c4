import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import {
  orderLine,
  orderLines,
  packageLines,
  type Reader,
  readerOf,
  type SeenOrder,
} from "@meetbot/presentation";
import type { RenderContext } from "../channel.ts";
import { cutEnd } from "../cut-text.ts";
import { linksOf, textOf } from "../text-of.ts";

/**
 * Renders any reply as plain text, for the terminal, transcripts and channels without cards. `firstChoice` is the
 * number of its first choice, for when lower numbers are taken.
 */
export function render(
  reply: VisibleReply,
  { firstChoice = 1, ...context }: RenderContext & { firstChoice?: number },
): string {
  const choices = (reply.choices ?? []).map(({ title }, at) => `[${firstChoice + at}] ${title}`);
  return [...body(reply, context), ...(choices.length > 0 ? [choices.join("  ")] : [])].join("\n");
}

function body(reply: VisibleReply, context: RenderContext): string[] {
  const reader = readerOf(reply.locale, context);
  switch (reply.kind) {
    case "text":
      return [
        textOf(reply, reader),
        ...linksOf(reply).map(({ title, url }) => `→ ${title}: ${url}`),
      ];
    case "orders":
      return reply.orders.length > 1
        ? numberedLines(reply.orders, reader)
        : reply.orders.map((order) => asText(orderLines(order, reader)));
    case "packages":
      return reply.packages.map((pkg) => asText(packageLines(pkg, reader)));
  }
}

/** Returns a list of orders, one per line: its goods, where it is, and when it arrives. */
export function numberedLines(orders: readonly SeenOrder[], reader: Reader): string[] {
  return orders.map((order, at) => {
    const { title, state, when } = orderLine(order, reader);
    return `${at + 1}. ${[title, state, when].filter(Boolean).join(" · ")}`;
  });
}

/** Joins the lines into one text for a platform. If the shop's words make it too long, every line is truncated. */
export function asList(lines: readonly string[], maxLength: number): string {
  const whole = lines.join("\n");
  if (whole.length <= maxLength) return whole;
  const longest = Math.floor((maxLength + 1) / lines.length) - 1;
  return lines.map((line) => cutEnd(line, longest)).join("\n");
}

/** The lines of a card, with all but the first below it. */
export function asText(lines: readonly string[]): string {
  return lines.join("\n  ");
}
