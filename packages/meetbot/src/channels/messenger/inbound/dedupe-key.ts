import { createHash } from "node:crypto";
import { type Fields, fieldsAt, textAt } from "../../fields.ts";
import type { MessengerEvent } from "./messenger-event.ts";

/** An event without its key; the key is made from the rest, including the page and the customer. */
export type UnnamedEvent = Omit<MessengerEvent, "dedupeKey">;

/** Keys of this form are stored unchanged; others, such as endless ones, are replaced by a hash. */
const plainKey = /^[\x21-\x7e]{1,200}$/;

/**
 * Returns the key by which a repeated event is recognized. The message id alone is not enough: a reaction, an edit or a
 * postback may carry the id of another message, and one body may hold both.
 */
export function dedupeKeyOf(event: UnnamedEvent, item: Fields): string {
  const key = [event.page ?? "", ...naturalKey(event, item)].join(":");
  return plainKey.test(key) ? key : `sha256:${hash(key)}`;
}

function naturalKey(event: UnnamedEvent, item: Fields): string[] {
  const { kind, mid, user, timestampMs } = event;
  const at = [user ?? "", String(timestampMs ?? "")];
  switch (kind) {
    case "text":
    case "quick_reply":
    case "sticker":
    case "attachment":
    case "unsupported":
      return mid ? ["m", mid] : ["m", ...at, contentOf(item)];
    case "echo":
      return mid ? ["e", mid] : ["e", ...at, contentOf(item)];
    case "deleted":
      return mid ? ["d", mid] : ["d", ...at];
    case "postback":
      return mid ? ["p", mid] : ["p", ...at, contentOf(item)];
    case "reaction":
      return ["r", mid ?? "", ...at, textAt(fieldsAt(item, "reaction"), "action") ?? ""];
    case "edit":
      return [
        "ed",
        mid ?? "",
        textAt(fieldsAt(item, "message_edit"), "num_edit") ?? contentOf(item),
      ];
    case "referral":
    case "optin":
      return [kind, ...at, event.ref ?? ""];
    case "delivery":
    case "read":
      // Not a separate event but a progress mark: a repeat has the same content.
      return [kind, user ?? "", String(event.watermarkMs ?? ""), ...(event.mids ?? [])];
    default:
      return [kind, ...at, contentOf(item)];
  }
}

function contentOf(item: Fields): string {
  try {
    return hash(JSON.stringify(item));
  } catch {
    // Nested deeper than the stack: no event of Meta's.
    return hash(Object.keys(item).join());
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
