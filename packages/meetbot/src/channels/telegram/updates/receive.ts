import type { MenuItem } from "@meetbot/model/conversation/action.ts";
import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales, matchLocale, menuTitles } from "@meetbot/presentation";
import { readUpdate } from "./read-update.ts";
import type { TelegramEvent } from "./telegram-event.ts";

/** A longer text is pasted by mistake or in bad faith; its beginning is read. */
const maxTextLength = 4000;

/** Our own payloads have 43 characters or fewer. */
const maxPayloadLength = 200;

/**
 * Reactions that replace a word: thanks, or anger, which calls for a person. The bot does not answer others, such as 🔥
 * or 🤔, as they request nothing.
 */
const saidByReaction = /^(?:👍|👌|🙏|👏|❤|👎|😡|🤬)/u;

/** A command, with an optional bot name and the text after it. */
const commandForm = /^\/([A-Za-z0-9_]{1,32})(?:@\w{1,64})?(?:\s+(\S[\s\S]*))?$/;

/**
 * Reads a webhook body: the event that begins a turn, or none. The others are read by
 * {@link readUpdate}. Throws as that does.
 */
export function receive(body: string): InboundEvent[] {
  const event = readUpdate(body);
  return event ? toInbound(event) : [];
}

/** Converts an event to the mailbox's format; returns an empty list if there is nothing to answer. */
export function toInbound(event: TelegramEvent): InboundEvent[] {
  if (!event.repliable || event.chat === null) return [];
  const content = contentOf(event);
  return content ? [{ dedupeKey: event.dedupeKey, content }] : [];
}

function contentOf(event: TelegramEvent): EventContent | null {
  switch (event.kind) {
    case "start":
      // No account is verified: the author of a link typed what it carries.
      return { kind: "start", locale: localeOf(event.language), account: null };
    case "text":
      return commanded(event.text, localeOf(event.language)) ?? written(event.text);
    case "callback_query":
      return tapped(event.payload ?? "", localeOf(event.language));
    case "sticker":
      return event.emoji === "👍" ? written("👍") : media;
    case "reaction":
      return saidByReaction.test(event.emoji ?? "") ? written(event.emoji ?? "") : null;
    case "media":
      return written(event.text ?? "") ?? media;
    case "contacts":
    case "location":
    case "unsupported":
    case "web_app_data":
      return media;
    default:
      return null;
  }
}

const media: EventContent = { kind: "media" };

function written(text: string): EventContent | null {
  const read = text.slice(0, maxTextLength).toWellFormed();
  return read.trim() === "" ? null : { kind: "text", text: read };
}

/** Treats a menu command as a tap; any other command, or one followed by words, as text. */
function commanded(text: string, locale: Locale | null): EventContent | null {
  const [, name = "", rest = ""] = commandForm.exec(text.slice(0, maxTextLength).trim()) ?? [];
  const item = name.toLowerCase();
  if (item === "") return null;
  if (rest === "" && isMenuItem(item)) return tapped(`menu:${item}`, locale);
  return written(`${name.replaceAll("_", " ")} ${rest}`.trim());
}

function isMenuItem(name: string): name is MenuItem {
  return Object.hasOwn(menuTitles, name);
}

function tapped(payload: string, locale: Locale | null): EventContent | null {
  if (payload === "" || payload.length > maxPayloadLength) return null;
  return { kind: "tap", payload, ...(locale && { locale }) };
}

/** The language of the app, if it is one that Meetbot speaks. */
function localeOf(language: string | null): Locale | null {
  return matchLocale(language ?? "", customerLocales) ?? null;
}
