import { type Fields, fieldsAt, isFields, isTrueAt, listAt, textAt } from "../../fields.ts";
import type { MessengerEventKind } from "./messenger-event.ts";

/** Keys that determine an item's kind, in order of precedence. */
const kindsByKey: [key: string, kind: MessengerEventKind][] = [
  ["postback", "postback"],
  ["reaction", "reaction"],
  ["message_edit", "edit"],
  ["referral", "referral"],
  ["optin", "optin"],
  ["delivery", "delivery"],
  ["read", "read"],
  ["pass_thread_control", "thread_control"],
  ["take_thread_control", "thread_control"],
  ["request_thread_control", "thread_control"],
  ["app_roles", "thread_control"],
  ["policy_enforcement", "policy"],
  ["policy-enforcement", "policy"],
  ["account_linking", "account_linking"],
  ["game_play", "game_play"],
  ["payment", "payment"],
  ["pre_checkout", "payment"],
  ["checkout_update", "payment"],
];

/** Customer actions that Meetbot may answer. The other kinds are reports, or the page's own actions. */
const answerable = new Set<MessengerEventKind>([
  "account_linking",
  "attachment",
  "edit",
  "game_play",
  "optin",
  "payment",
  "postback",
  "quick_reply",
  "reaction",
  "referral",
  "sticker",
  "text",
  "unsupported",
]);

export function kindOf(item: Fields): MessengerEventKind {
  if (Object.hasOwn(item, "message") && isFields(item.message)) return kindOfMessage(item.message);
  return (
    kindsByKey.find(([key]) => Object.hasOwn(item, key) && item[key] !== null)?.[1] ?? "unknown"
  );
}

export function isAnswerable(kind: MessengerEventKind): boolean {
  return answerable.has(kind);
}

function kindOfMessage(message: Fields): MessengerEventKind {
  if (isTrueAt(message, "is_echo")) return "echo";
  if (isTrueAt(message, "is_deleted")) return "deleted";
  if (isTrueAt(message, "is_unsupported")) return "unsupported";
  if (textAt(fieldsAt(message, "quick_reply"), "payload") !== undefined) return "quick_reply";
  // A shared link comes as text and as an attachment `fallback`.
  if (textAt(message, "text")) return "text";
  if (stickerOf(message) !== undefined) return "sticker";
  return listAt(message, "attachments").length > 0 ? "attachment" : "unknown";
}

/** Returns the id of a sticker. Until August 2026 Meta sent it with an image, since then as a separate attachment. */
export function stickerOf(message: Fields): string | undefined {
  const attached = listAt(message, "attachments").filter(isFields);
  const payloads = attached.map((attachment) => fieldsAt(attachment, "payload"));
  return [message, ...payloads].map((fields) => textAt(fields, "sticker_id")).find(Boolean);
}

/** Customers do not send more than this at once by hand. */
const maxAttachments = 5;

/**
 * Returns the URLs of the message's pictures and files; undefined if it has none, or is a sticker, which comes as a
 * picture.
 */
export function attachmentsOf(message: Fields): string[] | undefined {
  if (stickerOf(message) !== undefined) return undefined;
  const urls = listAt(message, "attachments")
    .filter(isFields)
    .filter((attachment) => ["image", "file"].includes(textAt(attachment, "type") ?? ""))
    .flatMap((attachment) => textAt(fieldsAt(attachment, "payload"), "url") ?? []);
  return urls.length > 0 ? urls.slice(0, maxAttachments) : undefined;
}
