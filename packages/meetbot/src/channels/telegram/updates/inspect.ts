import type { TelegramEvent } from "./telegram-event.ts";

/** Keys of {@link describeEvent}, a public contract; absent values are left out. */
export interface DescribedEvent {
  kind: TelegramEvent["kind"];
  update_id: string | null;
  update_type: string | null;
  user: string | null;
  chat: string | null;
  /** The chat's id if the chat is not a private one with a customer. */
  group: string | undefined;
  /** The message's id; of a tap, that of the tap. */
  id: string | undefined;
  timestamp_ms: number | null;
  text: string | undefined;
  payload: string | undefined;
  media_type: string | undefined;
  /** Of a reaction or a sticker. */
  emoji: string | undefined;
  language: string | undefined;
  own_contact: boolean | undefined;
  forwarded: true | undefined;
  repliable: boolean;
}

/** Returns an event in the form shown to people and scripts. */
export function describeEvent(event: TelegramEvent): DescribedEvent {
  const { kind, updateId, updateType, user, chat, isPrivate, atMs, language, repliable } = event;
  const fields: Partial<Record<string, unknown>> = { ...event };
  const textOf = (key: string) => (typeof fields[key] === "string" ? fields[key] : undefined);
  return {
    ...{ kind, update_id: updateId, update_type: updateType, user, chat },
    group: isPrivate || chat === null ? undefined : chat,
    id: textOf(kind === "callback_query" ? "queryId" : "messageId"),
    timestamp_ms: atMs,
    text: textOf("text"),
    payload: textOf("payload"),
    media_type: textOf("media"),
    emoji: textOf("emoji"),
    language: language ?? undefined,
    own_contact: event.kind === "contacts" ? event.isOwn : undefined,
    forwarded: fields.forwarded === true ? true : undefined,
    repliable,
  };
}
