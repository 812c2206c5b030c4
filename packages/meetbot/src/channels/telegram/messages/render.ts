import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { type Reader, readerOf, type SeenOrder, say } from "@meetbot/presentation";
import type { RenderContext } from "../../channel.ts";
import { asList, numberedLines } from "../../text/render.ts";
import { linksOf, losesLinks, textOf } from "../../text-of.ts";
import { maxButtons, maxCaptionLength, maxTextLength } from "../api/sizes.ts";
import type { Button, TelegramMessage } from "../api/telegram-message.ts";
import { choiceButtons, keyboardOf, urlButtons } from "./buttons.ts";
import { drawOrder, drawPackage, type TelegramCard } from "./cards.ts";
import { inParagraphs, plain, type StyledText, splitStyled, withBoldHead } from "./styled-text.ts";

/** What a reply lost to fit Telegram's limits, or why it took another form. */
export type RenderNote =
  /** A text went out in several messages. */
  | "text_split"
  /** A list exceeds one message, so the end of each line was cut. */
  | "text_cut"
  /** There are more buttons than a message can have. */
  | "choices_dropped"
  /** A choice's payload exceeds Telegram's limit and was left out. */
  | "payload_dropped"
  /** Telegram accepts no button for the URL, so it is in the text. */
  | "link_as_text"
  /** An address is none that may be followed; it was left out. */
  | "link_dropped"
  /** The text is too long for a caption below a picture, or is about several things. */
  | "picture_dropped";

/** A reply in Telegram's format: messages in sending order, and what was lost. */
export interface RenderedMessages {
  messages: TelegramMessage[];
  notes: RenderNote[];
}

/**
 * Returns a reply as messages of the Bot API, within all of its limits and in as few messages as they allow. Buttons
 * are below the last one.
 */
export function render(reply: VisibleReply, context: RenderContext): RenderedMessages {
  const { card, notes } = bodyOf(reply, context);
  const choices = reply.choices ?? [];
  const offered = choiceButtons(choices);
  if (offered.length < choices.length) notes.push("payload_dropped");
  const buttons = [...card.buttons, ...offered];
  if (buttons.length > maxButtons) notes.push("choices_dropped");
  // Buttons need a text to carry them.
  const isWordless = card.words.text.trim() === "" && buttons.length > 0;
  const words = isWordless ? plain(say(reply.locale, "menu")) : card.words;
  const { picture } = card;
  const length = words.text.trim().length;
  if (picture && length <= maxCaptionLength && length > 0) {
    return { messages: [photoMessage(picture, words, buttons)], notes };
  }
  if (picture) notes.push("picture_dropped");
  const parts = splitStyled(words, maxTextLength);
  if (parts.length > 1) notes.push("text_split");
  const isLast = (index: number) => index === parts.length - 1;
  const messages = parts.map((part, index) => textMessage(part, isLast(index) ? buttons : []));
  return { messages, notes };
}

/** A text that shows no preview of a page. */
export function textMessage({ text, entities }: StyledText, buttons: Button[]): TelegramMessage {
  return {
    method: "sendMessage",
    text,
    ...(entities.length > 0 && { entities }),
    link_preview_options: { is_disabled: true },
    ...keyboardOf(buttons),
  };
}

function photoMessage(photo: string, words: StyledText, buttons: Button[]): TelegramMessage {
  const [{ text, entities } = words] = splitStyled(words, maxCaptionLength);
  return {
    ...{ method: "sendPhoto", photo, caption: text },
    ...(entities.length > 0 && { caption_entities: entities }),
    ...keyboardOf(buttons),
  };
}

interface Body {
  card: TelegramCard;
  notes: RenderNote[];
}

function bodyOf(reply: VisibleReply, context: RenderContext): Body {
  const { locale } = reply;
  const reader = readerOf(locale, context);
  switch (reply.kind) {
    case "text":
      return textBody(reply, reader);
    case "orders": {
      const { orders } = reply;
      if (orders.length > 1) return listBody(orders, reader);
      return together(orders.map((order) => drawOrder(order, reader)));
    }
    case "packages": {
      const isAlone = reply.packages.length === 1;
      return together(reply.packages.map((pkg) => drawPackage(pkg, { reader, locale, isAlone })));
    }
  }
}

function textBody(reply: Extract<VisibleReply, { kind: "text" }>, reader: Reader): Body {
  const links = linksOf(reply).map((link) => ({ link, buttons: urlButtons(link.title, link.url) }));
  const inText = links.flatMap(({ link, buttons }) => (buttons.length > 0 ? [] : [link]));
  const lines = inText.map(({ title, url }) => `${title}: ${url}`);
  const whole = [textOf(reply, reader), ...lines].join("\n\n");
  const words = reply.ofShop ? withBoldHead(whole) : plain(whole);
  const buttons = links.flatMap((one) => one.buttons);
  const notes: RenderNote[] = [
    ...(lines.length > 0 ? (["link_as_text"] as const) : []),
    ...(losesLinks(reply) ? (["link_dropped"] as const) : []),
  ];
  return { card: { words, buttons, picture: undefined }, notes };
}

/** Renders several orders, one per line; the choices below open their cards. */
function listBody(orders: readonly SeenOrder[], reader: Reader): Body {
  const lines = numberedLines(orders, reader);
  const text = asList(lines, maxTextLength);
  const isCut = text.length < lines.join("\n").length;
  return {
    card: { words: plain(text), buttons: [], picture: undefined },
    notes: isCut ? ["text_cut"] : [],
  };
}

/** Several cards are one message: each message calls the customer. One picture would be of one of them. */
function together(cards: TelegramCard[]): Body {
  const [only] = cards;
  if (only && cards.length === 1) return { card: only, notes: [] };
  const words = inParagraphs(cards.map((card) => card.words));
  const card = { words, buttons: cards.flatMap(({ buttons }) => buttons), picture: undefined };
  return { card, notes: cards.some(({ picture }) => picture) ? ["picture_dropped"] : [] };
}
