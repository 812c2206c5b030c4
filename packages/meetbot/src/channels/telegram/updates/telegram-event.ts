/** The sender and chat of each update; `null` where the update does not name them. Ids keep all their digits. */
export interface UpdateSource {
  /** Telegram repeats an update with the same number until the server responds with 2xx. */
  updateId: string | null;
  /** The name of the update's field, such as `message` or `callback_query`; `null`: it has none. */
  updateType: string | null;
  chat: string | null;
  /** Only a private chat is one with a customer. */
  isPrivate: boolean;
  user: string | null;
  /** Unix milliseconds. */
  atMs: number | null;
  /** The language of the customer's app, an IETF tag: a hint, which proves nothing. */
  language: string | null;
  /** A customer did this in a private chat, and may be answered. */
  repliable: boolean;
  dedupeKey: string;
}

/** A kind of file that Telegram names. */
export type TelegramMedia =
  | "animation"
  | "audio"
  | "document"
  | "live_photo"
  | "photo"
  | "video"
  | "video_note"
  | "voice";

interface InMessage {
  messageId: string | null;
  forwarded: boolean;
}

/** The content of an update; `other` if no other kind fits, `unknown` if Bot API 10.1 does not define it. */
export type TelegramContent =
  | ({ kind: "text"; text: string } & InMessage)
  /** `payload`: what a `t.me/…?start=` link carries. Anyone who shares the link can choose it. */
  | ({ kind: "start"; text: string; payload: string | null } & InMessage)
  /** `fileId`: of a photo or a document, by which it can be had. */
  | ({ kind: "media"; media: TelegramMedia; text: string | null; fileId?: string } & InMessage)
  | ({ kind: "sticker"; emoji: string | null } & InMessage)
  /** `isOwn`: whether Telegram confirms the number as the customer's own. It does not prove an account at the shop. */
  | ({ kind: "contacts"; isOwn: boolean } & InMessage)
  | ({ kind: "web_app_data"; payload: string } & InMessage)
  | ({ kind: "location" | "unsupported" | "system" | "payment" } & InMessage)
  | {
      kind: "callback_query";
      queryId: string | null;
      messageId: string | null;
      payload: string | null;
    }
  | { kind: "edit" | "channel_post"; messageId: string | null; text: string | null }
  /** `emoji`: the reaction that the customer just added; `null` if they removed one, or it is not a standard emoji. */
  | { kind: "reaction"; messageId: string | null; emoji: string | null }
  | { kind: "deleted"; messageId: string | null }
  /** The customer has blocked the bot, or has let it in again. */
  | { kind: "unfollow" | "follow" }
  /** A member joined or left a group; `isIn`: the bot itself is now a member. */
  | { kind: "member"; isIn: boolean }
  | { kind: "other" | "unknown" };

export type TelegramEventKind = TelegramContent["kind"];

/** One update, as the channel understands it. */
export type TelegramEvent = UpdateSource & TelegramContent;
