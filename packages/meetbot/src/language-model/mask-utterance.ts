import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { NumberSlot } from "@meetbot/model/conversation/model-command.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { findPrivate, type PrivateKind, type PrivatePart } from "../recognition/find-private.ts";

/** The most numbers of an utterance that a command can refer to; a customer who writes more is not asking about one. */
export const maxNumbers = 3;

/** The placeholders for numbers in a command. */
export const numberPlaceholders = Array.from(
  { length: maxNumbers },
  (_, nth) => `<NUMBER_${nth + 1}>`,
);

/** An utterance as a language model sees it. */
export interface MaskedUtterance {
  text: string;
  /** The placeholders for numbers that recognition found, with each number's slot and position. */
  numbers: ReadonlyMap<string, { slot: NumberSlot; start: number }>;
}

/** Replaces everything that points to a person or an order with placeholders. */
export function maskUtterance(
  said: Recognition,
  format: OrderNumberFormat | null = null,
): MaskedUtterance {
  const counts = new Map<PrivateKind, number>();
  const numbers = new Map<string, { slot: NumberSlot; start: number }>();
  let text = "";
  let from = 0;
  for (const part of findPrivate(said.text, format)) {
    const nth = (counts.get(part.kind) ?? 0) + 1;
    counts.set(part.kind, nth);
    const placeholder = `<${part.kind}_${nth}>`;
    text += said.text.slice(from, part.start) + placeholder;
    from = part.end;
    const found = part.kind === "NUMBER" ? foundIn(part, said) : null;
    if (found) numbers.set(placeholder, found);
  }
  return { text: text + said.text.slice(from), numbers };
}

/** The number of recognition's that a part holds. */
function foundIn({ start, end }: PrivatePart, { entities }: Recognition) {
  const isWithin = (entity: { start: number; end: number }) =>
    entity.start < end && entity.end > start;
  const order = entities.orderNumbers.find(isWithin);
  if (order) return { slot: "order_number" as const, start: order.start };
  const sent = entities.packageNumbers.find(isWithin);
  return sent ? { slot: "package_number" as const, start: sent.start } : null;
}
