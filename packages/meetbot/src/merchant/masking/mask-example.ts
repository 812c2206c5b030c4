import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { findCued } from "../../recognition/find-private.ts";
import { MASK } from "./mask-text.ts";

/**
 * A sentence that is kept as an example keeps its words and loses whom it is about: emails, links, addresses,
 * whatever may be a number, and names by the words that stand around them. Unlike masked texts that are shown, no end of a number
 * stays. `format` is how the shop numbers its orders, where that is known.
 */
export function maskExample(text: string, format: OrderNumberFormat | null = null): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findCued(text, format)) {
    masked += text.slice(from, Math.max(from, start)) + MASK;
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}
