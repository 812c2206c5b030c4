import type { SeenOrder } from "@meetbot/model/conversation/proof.ts";
import {
  compactLines,
  formatMoney,
  orderLine,
  orderLines,
  orderName,
  placedWords,
  type Reader,
  tell,
} from "@meetbot/presentation";
import { cutEnd } from "../../cut-text.ts";
import { asList, asText, numberedLines } from "../../text/render.ts";
import { toCards } from "./cards.ts";
import type { GraphCard, GraphMessage, UrlButton } from "./graph-message.ts";
import { toReceipt } from "./receipt.ts";
import { type Rendered, type RenderNote, template, usableUrl } from "./rendering.ts";
import { maxButtonTextLength, maxReceiptElements, maxTextLength } from "./sizes.ts";
import { textMessages } from "./text-messages.ts";

/**
 * Renders orders for Messenger. Several orders become one text with a line each. An order shown in full becomes a
 * receipt with the link to its page below, an order shown with its items becomes a text, and a masked order becomes a
 * card.
 */
export function orderMessages(
  orders: Partial<SeenOrder>[],
  reader: Reader,
  { receipts }: { receipts: boolean },
): Rendered {
  const [order, ...others] = orders;
  if (!order) return { messages: [], notes: [] };
  if (others.length > 0) return orderList(orders, reader);
  return order.elements?.length
    ? detailedOrder(order, reader, receipts)
    : orderCard(order, reader, [...placedWords(order, reader), totalWords(order, reader)]);
}

function orderList(orders: Partial<SeenOrder>[], reader: Reader): Rendered {
  const lines = numberedLines(orders, reader);
  const text = asList(lines, maxTextLength);
  const isCut = text.length < lines.join("\n").length;
  const isSummedUp = orders.some(({ elements = [] }) => elements.length > 1);
  const notes: RenderNote[] = [
    ...(isCut ? (["text_cut"] as const) : []),
    ...(isSummedUp ? (["items_summed_up"] as const) : []),
  ];
  return { messages: [{ text }], notes };
}

function detailedOrder(order: Partial<SeenOrder>, reader: Reader, receipts: boolean): Rendered {
  const isWhole = isShownWhole(order);
  const receipt = isWhole && receipts ? toReceipt(order, reader) : null;
  if (!receipt) {
    return isWhole
      ? withNotes(orderAsText(order, orderLines, reader), ["no_receipt"])
      : orderAsText(order, compactLines, reader);
  }
  const lost: RenderNote[] =
    (order.elements?.length ?? 0) > maxReceiptElements ? ["receipt_shortened"] : [];
  return withNotes(belowReceipt(order, reader), lost, [template(receipt)]);
}

/**
 * Checks whether the order is shown in full: personal data appears only at the highest level, which shows everything.
 */
function isShownWhole({
  recipient_name,
  address,
  payment_method,
  order_url,
}: Partial<SeenOrder>): boolean {
  return [recipient_name, address, payment_method, order_url].some((one) => one !== undefined);
}

/**
 * Renders a card with the order's button, which a receipt cannot have. Without a button there is no card: the sentence
 * before the receipt already states where the order is.
 */
function belowReceipt(order: Partial<SeenOrder>, reader: Reader): Rendered {
  const { order_number, status, parcel, order_url } = order;
  if (viewButton(order, reader).length === 0) {
    return { messages: [], notes: order_url ? ["link_dropped"] : [] };
  }
  const unsaid = { order_number, status, parcel, order_url } as Partial<SeenOrder>;
  return orderCard(unsaid, reader, []);
}

function withNotes(
  { messages, notes }: Rendered,
  more: RenderNote[],
  before: GraphMessage[] = [],
): Rendered {
  return { messages: [...before, ...messages], notes: [...notes, ...more] };
}

function orderAsText(
  order: Partial<SeenOrder>,
  linesOf: (order: Partial<SeenOrder>, reader: Reader) => string[],
  reader: Reader,
): Rendered {
  const [button] = viewButton(order, reader);
  if (!button) return textMessages(asText(linesOf(order, reader)));
  // The button opens the order's URL, so the text omits it.
  const { order_url: _, ...rest } = order;
  const text = asText(linesOf(rest, reader));
  if (text.length <= maxButtonTextLength)
    return { messages: [withButton(text, button)], notes: [] };
  const { messages, notes } = textMessages(text);
  const name = orderName(order, reader);
  return { messages: [...messages, withButton(cutEnd(name, maxButtonTextLength), button)], notes };
}

function withButton(text: string, button: UrlButton): GraphMessage {
  return template({ template_type: "button", text, buttons: [button] });
}

/** Renders where an order is, with further details, and the link to its page. */
function orderCard(order: Partial<SeenOrder>, reader: Reader, more: string[]): Rendered {
  const subtitle = [orderLine(order, reader).state, ...more].filter(Boolean).join(" · ");
  const buttons = viewButton(order, reader);
  const card: GraphCard = {
    title: orderName(order, reader),
    ...(subtitle && { subtitle }),
    ...(buttons.length > 0 && { buttons }),
  };
  const asWords = () => asText(orderLines(order, reader));
  return toCards([card], { asText: asWords, links: [order.order_url] });
}

function totalWords({ summary, currency }: Partial<SeenOrder>, reader: Reader): string {
  return summary ? formatMoney(summary.total_cost, currency, reader) : "";
}

/** Returns the button to the order's own page if it may be shown: only the highest level includes its address. */
function viewButton({ order_url }: Partial<SeenOrder>, reader: Reader): UrlButton[] {
  const url = usableUrl(order_url);
  return url ? [{ type: "web_url", url, title: tell(reader, "viewOrder") }] : [];
}
