import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { findCued } from "../../recognition/find-private.ts";
import { MASK } from "./mask-text.ts";

/**
 * Masks a sentence that is stored as an example: removes emails, links, addresses, possible numbers, and names that the
 * words around them reveal. Unlike masked texts for display, it keeps no last digits of numbers. `format` is the shop's
 * order number format, where known.
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
