import type { Reader } from "../languages/contract/card-language.ts";
import { formatMoney } from "../text/money.ts";
import { orderLine } from "./order-line.ts";
import { itemLines, orderName, placedWords, type SeenOrder } from "./order-lines.ts";

/** Fewer than on a whole card: the sentence before it has named the goods, and both fit on a phone's screen. */
const maxItems = 3;

/**
 * Formats an order as lines of text below the sentence about it: its goods and its total. The bot explains the
 * breakdown and the delivery date when the customer asks.
 */
export function compactLines(order: SeenOrder, reader: Reader): string[] {
  const { summary, currency } = order;
  const head = [
    orderName(order, reader),
    orderLine(order, reader).state,
    ...placedWords(order, reader),
  ];
  const total = summary && formatMoney(summary.total_cost, currency, reader);
  return [
    head.filter(Boolean).join(" · "),
    ...itemLines(order, reader, maxItems),
    ...(total ? [`${reader.language.words.total}  ${total}`] : []),
  ];
}
