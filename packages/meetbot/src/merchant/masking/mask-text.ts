import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { isPhone } from "@meetbot/protocol";
import { findPersonal } from "../../recognition/find-personal.ts";

/** Replaces each masked part. */
export const MASK = "•••";

/** The last four of a number identify it; as many or more stay hidden, or nothing is shown. */
const SHOWN_TAIL = 4;

/** Masks `yilia@meetbot.biz` as `y•••@m•••.biz` and `+8613812345678` as `•••5678`; masks any other value completely. */
export function maskEmail(value: string): string {
  if (isPhone(value)) return maskNumber(value);
  const at = value.lastIndexOf("@");
  if (at < 1) return MASK;
  const host = value.slice(at + 1);
  const dot = host.lastIndexOf(".");
  return `${first(value)}${MASK}@${first(host)}${MASK}${dot < 1 ? "" : host.slice(dot)}`;
}

/** `12345678902` becomes `•••8902`; a short number is hidden whole. */
export function maskNumber(value: string): string {
  return value.length < 2 * SHOWN_TAIL ? MASK : MASK + value.slice(-SHOWN_TAIL);
}

/**
 * Masks the emails and possible numbers in free text, however they are spelled, and keeps the other words. `format` is
 * the shop's order number format, if known.
 */
export function maskText(value: string, format: OrderNumberFormat | null = null): string {
  let masked = "";
  let from = 0;
  for (const { kind, value: found, start, end } of findPersonal(value, format)) {
    // Two matches may overlap in one character that stands for several.
    masked += value.slice(from, Math.max(from, start));
    masked += kind === "email" ? maskEmail(found) : maskNumber(found);
    from = Math.max(from, end);
  }
  return masked + value.slice(from);
}

/**
 * Keeps a link's destination and masks what could identify a person: the query, the fragment, a password, and each part
 * of the path that may contain a number or an email. `base` resolves a relative link.
 */
export function maskUrl(value: string, base?: string): string {
  const url = URL.parse(value, base);
  if (!url || !/^https?:$/.test(url.protocol)) return MASK;
  const path = url.pathname.split("/").map(maskPathPart).join("/");
  return `${url.origin}${path}${url.search || url.hash ? `?${MASK}` : ""}`;
}

function maskPathPart(part: string): string {
  return /[\d@%]/.test(part) || maskText(part) !== part ? MASK : part;
}

/** Returns the first character, even if it takes two UTF-16 units. */
function first(value: string): string {
  return [...value.slice(0, 2)][0] ?? "";
}
