import {
  formatMoney,
  orderLines,
  orderName,
  placedWords,
  type Reader,
  statusWords,
  tell,
} from "@meetbot/presentation";
import type { SeenOrder } from "../../../model/conversation/proof.ts";
import { cutEnd } from "../../cut-text.ts";
import { asText } from "../../text/render.ts";
import { toCards } from "./cards.ts";
import type { Card, GraphMessage, UrlButton } from "./graph-message.ts";
import { toReceipt } from "./receipt.ts";
import { type Rendered, type RenderNote, template, usableUrl } from "./rendering.ts";
import { maxButtonTextLength, maxReceiptElements } from "./sizes.ts";
import { textMessages } from "./text-messages.ts";

/**
 * Orders as Messenger shows them. One that is shown whole is a receipt with its status below; one
 * whose items are shown is a text; what is masked, and several at once, are cards.
 */
export function orderMessages(
  orders: Partial<SeenOrder>[],
  reader: Reader,
  { receipts }: { receipts: boolean },
): Rendered {
  const [order, ...others] = orders;
  if (order && others.length === 0 && order.elements?.length) {
    return detailedOrder(order, reader, receipts);
  }
  const summedUp = orders.some(({ elements }) => elements?.length);
  const cards = cardsOf(orders, reader);
  return summedUp ? { ...cards, notes: [...cards.notes, "items_summed_up"] } : cards;
}

/** A name is shown at the highest level alone, where everything is. */
function detailedOrder(order: Partial<SeenOrder>, reader: Reader, receipts: boolean): Rendered {
  const isWhole = order.recipient_name !== undefined;
  const receipt = isWhole && receipts ? toReceipt(order, reader) : null;
  if (!receipt) {
    const { messages, notes } = orderAsText(order, reader);
    return { messages, notes: isWhole ? [...notes, "no_receipt"] : notes };
  }
  // A receipt has neither a status nor a button; the rest it has told.
  const { elements: _, summary: __, ...unsaid } = order;
  const { messages, notes } = cardsOf([unsaid], reader);
  const isShortened = (order.elements?.length ?? 0) > maxReceiptElements;
  const lost: RenderNote[] = isShortened ? [...notes, "receipt_shortened"] : notes;
  return { messages: [template(receipt), ...messages], notes: lost };
}

function orderAsText(order: Partial<SeenOrder>, reader: Reader): Rendered {
  const [button] = viewButton(order, reader);
  if (!button) return textMessages(asText(orderLines(order, reader)));
  // The button leads there: the address need not be read.
  const { order_url: _, ...rest } = order;
  const text = asText(orderLines(rest, reader));
  if (text.length <= maxButtonTextLength)
    return { messages: [withButton(text, button)], notes: [] };
  const { messages, notes } = textMessages(text);
  const name = orderName(order, reader);
  return { messages: [...messages, withButton(cutEnd(name, maxButtonTextLength), button)], notes };
}

function withButton(text: string, button: UrlButton): GraphMessage {
  return template({ template_type: "button", text, buttons: [button] });
}

function cardsOf(orders: Partial<SeenOrder>[], reader: Reader): Rendered {
  const links = orders.map(({ order_url }) => order_url);
  return toCards(
    orders.map((order) => toCard(order, reader)),
    { asText: () => orders.map((order) => asText(orderLines(order, reader))).join("\n\n"), links },
  );
}

function toCard(order: Partial<SeenOrder>, reader: Reader): Card {
  const { status, summary, elements = [], currency } = order;
  const [first, ...more] = elements;
  const image = elements.map(({ image_url }) => usableUrl(image_url)).find(Boolean);
  const subtitle = [
    status && statusWords(status, "order", reader),
    ...placedWords(order, reader),
    summary && formatMoney(summary.total_cost, currency, reader),
    first && `${first.title}${more.length > 0 ? ` +${more.length}` : ""}`,
  ].filter(Boolean);
  const buttons = viewButton(order, reader);
  return {
    title: orderName(order, reader),
    ...(subtitle.length > 0 && { subtitle: subtitle.join(" · ") }),
    ...(image && { image_url: image }),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** The order's own page, where it may be shown: its address is there at the highest level only. */
function viewButton({ order_url }: Partial<SeenOrder>, reader: Reader): UrlButton[] {
  const url = usableUrl(order_url);
  return url ? [{ type: "web_url", url, title: tell(reader, "viewOrder") }] : [];
}
