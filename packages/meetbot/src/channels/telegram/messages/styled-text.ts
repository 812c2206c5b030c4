import { splitText } from "../../cut-text.ts";
import type { Entity } from "../api/telegram-message.ts";

/** A text and its formatted ranges. The text needs no escaping. */
export interface StyledText {
  text: string;
  entities: Entity[];
}

/** A text as it is. */
export function plain(text: string): StyledText {
  return { text, entities: [] };
}

/** Returns a card with its first line in bold. */
export function withBoldHead(card: string): StyledText {
  const [head = ""] = card.split("\n", 1);
  const length = head.trimEnd().length;
  return { text: card, entities: length > 0 ? [{ type: "bold", offset: 0, length }] : [] };
}

/** Several texts, with an empty line between them. */
export function inParagraphs(texts: StyledText[]): StyledText {
  const whole: StyledText = { text: "", entities: [] };
  for (const { text, entities } of texts) {
    if (whole.text !== "") whole.text += "\n\n";
    whole.entities.push(...moved(entities, whole.text.length));
    whole.text += text;
  }
  return whole;
}

/** Splits a text into parts within the limit, at natural breaks; no part is blank. */
export function splitStyled({ text, entities }: StyledText, maxLength: number): StyledText[] {
  let from = 0;
  return splitText(text, maxLength).map((part) => {
    const start = text.indexOf(part, from);
    from = start + part.length;
    return { text: part, entities: within(entities, start, from) };
  });
}

function moved(entities: Entity[], by: number): Entity[] {
  return entities.map((entity) => ({ ...entity, offset: entity.offset + by }));
}

function within(entities: Entity[], start: number, end: number): Entity[] {
  return entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const length = Math.min(entity.offset + entity.length, end) - from;
    return length > 0 ? [{ ...entity, offset: from - start, length }] : [];
  });
}
