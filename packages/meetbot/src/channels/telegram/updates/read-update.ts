import { createHash } from "node:crypto";
import { ProtocolError, parseJson } from "@meetbot/protocol";
import { ChannelError } from "../../channel.ts";
import { type Fields, fieldsAt, idAt, isFields, isTrueAt, listAt, textAt } from "../../fields.ts";
import { readMessage } from "./read-message.ts";
import type { TelegramContent, TelegramEvent } from "./telegram-event.ts";

/** Parsers for each kind of update in Bot API 10.1. */
const readers: Readonly<Record<string, (fields: Fields, isPrivate: boolean) => TelegramContent>> = {
  message: readMessage,
  business_message: readMessage,
  guest_message: readMessage,
  edited_message: (fields) => ({ kind: "edit", ...written(fields) }),
  edited_business_message: (fields) => ({ kind: "edit", ...written(fields) }),
  channel_post: (fields) => ({ kind: "channel_post", ...written(fields) }),
  edited_channel_post: (fields) => ({ kind: "channel_post", ...written(fields) }),
  deleted_business_messages: () => ({ kind: "deleted", messageId: null }),
  message_reaction: (fields) => ({
    kind: "reaction",
    messageId: messageIdOf(fields),
    emoji: newEmojiOf(fields),
  }),
  callback_query: (fields) => ({
    kind: "callback_query",
    queryId: idAt(fields, "id") ?? null,
    messageId: messageIdOf(fieldsAt(fields, "message")),
    payload: textAt(fields, "data") ?? null,
  }),
  my_chat_member: readOwnMembership,
  chat_member: () => ({ kind: "member", isIn: false }),
  ...Object.fromEntries(
    [
      "business_connection message_reaction_count inline_query chosen_inline_result shipping_query",
      "pre_checkout_query purchased_paid_media poll poll_answer chat_join_request chat_boost",
      "removed_chat_boost managed_bot",
    ]
      .flatMap((line) => line.split(" "))
      .map((name) => [name, () => ({ kind: "other" }) as const]),
  ),
};

/** A customer's actions in a private chat, if these updates come from one. Business chats belong to other people. */
const customerUpdates = new Set([
  "message",
  "edited_message",
  "message_reaction",
  "callback_query",
]);

/** Kinds of updates without a sender whom the bot could answer. */
const reports = new Set(["system", "payment", "channel_post", "member", "other", "unknown"]);

/**
 * Parses the body of one webhook request; returns `null` for JSON that is not an update. Accepts everything that
 * decodes, because an error response holds up the update's chat for a day. Throws a {@link ChannelError} if the body is
 * not JSON.
 */
export function readUpdate(body: string): TelegramEvent | null {
  const update = decode(body);
  if (!isFields(update)) return null;
  const updateType = typeOf(update);
  const fields = updateType === null ? {} : fieldsAt(update, updateType);
  const chat = chatOf(fields);
  const from = senderOf(fields);
  const updateId = idAt(update, "update_id") ?? null;
  const isPrivate = isPrivateChat(chat);
  const read = updateType !== null && Object.hasOwn(readers, updateType) && readers[updateType];
  const content: TelegramContent = read ? read(fields, isPrivate) : { kind: "unknown" };
  const source = {
    ...{ updateId, updateType, isPrivate },
    chat: idAt(chat, "id") ?? null,
    user: idAt(from, "id") ?? null,
    atMs: momentOf(fields, updateType),
    language: textAt(from, "language_code") ?? null,
    dedupeKey: /^\d{1,20}$/.test(updateId ?? "") ? `update:${updateId}` : `sha256:${hashOf(body)}`,
  };
  const isOfPerson =
    source.user !== null && !isTrueAt(from, "is_bot") && !Object.hasOwn(fields, "sender_chat");
  const repliable =
    isOfPerson && isPrivate && customerUpdates.has(updateType ?? "") && !reports.has(content.kind);
  return { ...source, ...content, repliable };
}

function decode(body: string): unknown {
  const text = body.replace(/^\ufeff/, "");
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === "nested_too_deep") return JSON.parse(text);
    throw new ChannelError(
      "invalid_json",
      "The body is not JSON, so it is no update of Telegram's.",
    );
  }
}

/** The field that the update is about: "At most one of the optional fields can be present". */
function typeOf(update: Fields): string | null {
  const names = Object.keys(update).filter(
    (name) => name !== "update_id" && isFields(update[name]),
  );
  return names.find((name) => Object.hasOwn(readers, name)) ?? names[0] ?? null;
}

/** Returns the update's chat; for a tapped button, the chat of its message. */
function chatOf(fields: Fields): Fields {
  const chat = fieldsAt(fields, "chat");
  return Object.keys(chat).length > 0 ? chat : fieldsAt(fieldsAt(fields, "message"), "chat");
}

function senderOf(fields: Fields): Fields {
  const from = fieldsAt(fields, "from");
  return Object.keys(from).length > 0 ? from : fieldsAt(fields, "user");
}

/** Ids of groups and channels are below zero. */
function isPrivateChat(chat: Fields): boolean {
  const type = textAt(chat, "type");
  return type === undefined ? /^\d+$/.test(idAt(chat, "id") ?? "") : type === "private";
}

/** When it was edited, or sent. A tap has none: its message may be of long ago. */
function momentOf(fields: Fields, updateType: string | null): number | null {
  const isEdit = updateType === "edited_message" || updateType === "edited_business_message";
  const seconds = (isEdit ? textAt(fields, "edit_date") : undefined) ?? textAt(fields, "date");
  return /^\d{1,12}$/.test(seconds ?? "") ? Number(seconds) * 1000 : null;
}

function written(fields: Fields): { messageId: string | null; text: string | null } {
  const text = textAt(fields, "text") ?? textAt(fields, "caption") ?? null;
  return { messageId: messageIdOf(fields), text };
}

function messageIdOf(fields: Fields): string | null {
  return idAt(fields, "message_id") ?? null;
}

/** Customers with Telegram Premium can put several reactions under one message: each update lists all current ones. */
function newEmojiOf(fields: Fields): string | null {
  const before = emojisAt(fields, "old_reaction");
  return emojisAt(fields, "new_reaction").find((emoji) => !before.includes(emoji)) ?? null;
}

/** Returns the standard emoji, without custom and paid reactions. */
function emojisAt(fields: Fields, key: string): string[] {
  return listAt(fields, key).flatMap((one) =>
    isFields(one) && textAt(one, "type") === "emoji" ? (textAt(one, "emoji") ?? []) : [],
  );
}

/** In a private chat: whether the customer has blocked the bot; elsewhere, whether it was brought in. */
function readOwnMembership(fields: Fields, isPrivate: boolean): TelegramContent {
  const status = textAt(fieldsAt(fields, "new_chat_member"), "status") ?? "";
  const isOut = status === "kicked" || status === "left";
  if (!isPrivate) return { kind: "member", isIn: !isOut };
  return { kind: isOut ? "unfollow" : "follow" };
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("base64url");
}
