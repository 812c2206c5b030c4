import { type Fields, fieldsAt, idAt, isFields, listAt, textAt } from "../../fields.ts";
import type { TelegramContent, TelegramMedia } from "./telegram-event.ts";

/** Media fields of a message, in order of precedence: an animation is a document too. */
const mediaKeys: readonly TelegramMedia[] = [
  "animation",
  "live_photo",
  "photo",
  "video",
  "video_note",
  "voice",
  "audio",
  "document",
];

/** Telegram's "service messages" about a chat; nobody wrote them. */
const systemKeys = [
  "new_chat_members new_chat_member new_chat_participant left_chat_member left_chat_participant",
  "chat_owner_left chat_owner_changed new_chat_title new_chat_photo delete_chat_photo",
  "group_chat_created supergroup_chat_created channel_chat_created message_auto_delete_timer_changed",
  "migrate_to_chat_id migrate_from_chat_id pinned_message users_shared user_shared chat_shared",
  "gift unique_gift gift_upgrade_sent connected_website write_access_allowed passport_data",
  "proximity_alert_triggered boost_added chat_background_set checklist_tasks_done",
  "checklist_tasks_added direct_message_price_changed forum_topic_created forum_topic_edited",
  "forum_topic_closed forum_topic_reopened general_forum_topic_hidden general_forum_topic_unhidden",
  "giveaway_created giveaway giveaway_completed managed_bot_created paid_message_price_changed",
  "poll_option_added poll_option_deleted suggested_post_approved suggested_post_approval_failed",
  "suggested_post_declined suggested_post_paid suggested_post_refunded",
  "video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited",
  "voice_chat_scheduled voice_chat_started voice_chat_ended voice_chat_participants_invited",
].flatMap((line) => line.split(" "));

const forwardKeys = ["forward_origin", "forward_date", "forward_from", "forward_from_chat"];

/** A start command, with an optional bot name and the text after it. */
const startForm = /^\/start(?:@\w{1,64})?(?:\s+(\S[\s\S]*))?$/i;

/** Parses the content of a message. For anything else, the bot tells customers that it cannot read it. */
export function readMessage(message: Fields): TelegramContent {
  const here = {
    messageId: idAt(message, "message_id") ?? null,
    forwarded: forwardKeys.some((key) => has(message, key)),
  };
  const text = textAt(message, "text");
  if (text) return readText(text, here);
  const media = mediaKeys.find((key) => has(message, key));
  if (media) {
    const fileId = fileOf(message, media);
    const said = { kind: "media" as const, media, text: textAt(message, "caption") ?? null };
    return { ...said, ...here, ...(fileId !== undefined && { fileId }) };
  }
  if (has(message, "sticker")) {
    const emoji = textAt(fieldsAt(message, "sticker"), "emoji") ?? null;
    return { kind: "sticker", emoji, ...here };
  }
  if (has(message, "location") || has(message, "venue")) return { kind: "location", ...here };
  if (has(message, "contact"))
    return { kind: "contacts", isOwn: isOwnContact(message, here), ...here };
  if (has(message, "web_app_data")) {
    const payload = textAt(fieldsAt(message, "web_app_data"), "data") ?? "";
    return { kind: "web_app_data", payload, ...here };
  }
  if (has(message, "successful_payment") || has(message, "refunded_payment")) {
    return { kind: "payment", ...here };
  }
  const isSystem = systemKeys.some((key) => has(message, key));
  return { kind: isSystem ? "system" : "unsupported", ...here };
}

/** Returns the id of the message's file. A photo comes in several sizes, the largest last. */
function fileOf(message: Fields, media: TelegramMedia): string | undefined {
  if (media === "document") return textAt(fieldsAt(message, "document"), "file_id");
  if (media !== "photo") return undefined;
  const largest = listAt(message, "photo").filter(isFields).at(-1);
  return largest && textAt(largest, "file_id");
}

interface Here {
  messageId: string | null;
  forwarded: boolean;
}

function readText(text: string, here: Here): TelegramContent {
  const start = startForm.exec(text);
  if (!start) return { kind: "text", text, ...here };
  return { kind: "start", text, payload: start[1]?.trim() ?? null, ...here };
}

/** Checks whether the customer shared their own contact, not someone else's or a forwarded one. */
function isOwnContact(message: Fields, { forwarded }: Here): boolean {
  const owner = idAt(fieldsAt(message, "contact"), "user_id");
  return !forwarded && owner !== undefined && owner === idAt(fieldsAt(message, "from"), "id");
}

function has(fields: Fields, key: string): boolean {
  return Object.hasOwn(fields, key) && fields[key] !== null && fields[key] !== false;
}
