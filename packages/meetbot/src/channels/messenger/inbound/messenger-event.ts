/** The kind of an item of a webhook body; `unknown` if no other kind fits. */
export type MessengerEventKind =
  | "account_linking"
  | "attachment"
  | "deleted"
  | "delivery"
  | "echo"
  | "edit"
  | "game_play"
  | "optin"
  | "payment"
  | "policy"
  | "postback"
  | "quick_reply"
  | "reaction"
  | "read"
  | "referral"
  | "sticker"
  | "text"
  | "thread_control"
  | "unknown"
  | "unsupported";

/** One item of a webhook body, as the channel understands it. */
export interface MessengerEvent {
  kind: MessengerEventKind;
  /** The page's id; `null` if the body has none. */
  page: string | null;
  user: string | null;
  /** Whether `user` is a `user_ref` of a plugin, which is not a page-scoped id and is addressed differently. */
  isUserRef: boolean;
  /** Unix milliseconds; `null` if the body has no timestamp. */
  timestampMs: number | null;
  /** Another app holds the conversation: one may listen, and never answer. */
  standby: boolean;
  /** The customer did this, and may be answered. */
  repliable: boolean;
  /** Page, kind and what is unique to an event of this kind, because Meta gives events no id. */
  dedupeKey: string;
  /** Of a reaction, an edit or a postback it may be the id of another message. */
  mid?: string;
  text?: string;
  payload?: string;
  /** Of a postback: the button's title, in the language in which the customer uses Facebook. */
  title?: string;
  /** The payload of an `m.me` link, an ad or a plugin. Anyone who shares a link can choose it. */
  ref?: string;
  /** Of an echo: which app sent the message. */
  appId?: string;
  /** For an echo: the sender's metadata; ours is the id of the outbound message. */
  metadata?: string;
  stickerId?: string;
  /** Temporary URLs at Meta of a message's pictures and files. */
  attachmentUrls?: string[];
  /** For a change of control: the app that now holds the conversation, if Meta names it. */
  newOwner?: string;
  /** Of a change of control: whether the conversation was passed on, taken, or only requested. */
  control?: "passed" | "taken" | "requested";
  /** Of a delivery or a read: all messages up to this moment. */
  watermarkMs?: number;
  /** Of a delivery or a read: the messages named, if any. */
  mids?: string[];
}
