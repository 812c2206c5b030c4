import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import {
  customerLocales,
  identifyLanguage,
  languages,
  menuTitles,
  type PhraseKey,
} from "@meetbot/presentation";
import type { MessengerEvent } from "./messenger-event.ts";
import { readBody } from "./read-body.ts";

/** The payload of "Get Started"; the menu has the other fixed ones. */
export const startPayload = "start";

/** The payload of a template's button. A tap on it counts as if the customer had written the button's title. */
export const whereIsItPayload = "where_is_it";

/** A longer text is pasted by mistake or in bad faith; its beginning is read. */
const maxTextLength = 4000;

/** The blue thumb, in its three sizes. */
const likeStickers = new Set(["369239263222822", "369239343222814", "369239383222810"]);

/** An action of a customer, and the page it was addressed to. */
export interface MessengerInbound extends InboundEvent {
  page: string;
  user: string;
  isUserRef: boolean;
  /** When the event happened according to Meta, in Unix milliseconds; batches are ordered by this. */
  timestampMs: number | null;
}

/**
 * Returns the events of a webhook body that begin a turn, in the order in which they happened: after a failure Meta
 * sends them out of order. {@link readBody} parses the other events. Throws the same errors as {@link readBody}.
 */
export function receive(body: string): MessengerInbound[] {
  return inTime(readBody(body).events.flatMap(toInbound));
}

/** Converts an event for the mailbox; returns an empty list if there is nothing to answer. */
export function toInbound(event: MessengerEvent): MessengerInbound[] {
  const { page, user, isUserRef, dedupeKey, timestampMs } = event;
  if (!event.repliable || page === null || user === null) return [];
  const content = contentOf(event);
  return content ? [{ page, user, isUserRef, dedupeKey, timestampMs, content }] : [];
}

function contentOf(event: MessengerEvent): EventContent | null {
  const { kind, text, payload, title, stickerId } = event;
  switch (kind) {
    case "text":
      return written(text);
    case "quick_reply":
      // The email and phone buttons send the customer's data from Meta, both as text and as payload.
      return payload === text || payload === "" ? written(text) : tapped(payload);
    case "postback":
      if (payload === whereIsItPayload) return written(title ?? "Where is it?");
      return tapped(payload, localeOf(title));
    case "referral":
    case "optin":
      return started(null);
    case "sticker":
      return likeStickers.has(stickerId ?? "") ? written("👍") : media;
    case "attachment":
    case "unsupported":
      return media;
    default:
      return null;
  }
}

/** No account is verified: the author of a link or a plugin typed what it carries. */
function started(locale: Locale | null): EventContent {
  return { kind: "start", locale, account: null };
}

const media: EventContent = { kind: "media" };

function written(text = ""): EventContent | null {
  const read = text.slice(0, maxTextLength);
  return read.trim() === "" ? null : { kind: "text", text: read };
}

function tapped(payload = "", locale: Locale | null = null): EventContent | null {
  if (payload === startPayload) return started(locale);
  return payload === "" ? null : { kind: "tap", payload, ...(locale && { locale }) };
}

/** The titles of the buttons that Meetbot itself adds. */
const ownTitles: readonly PhraseKey[] = [
  ...Object.values(menuTitles),
  "iceBreakerOrders",
  "iceBreakerPackages",
];

/** The language of a button: Meta shows "Get Started" and our menu in that of who taps. */
function localeOf(title = ""): Locale | null {
  const menu = customerLocales.find((one) =>
    ownTitles.some((key) => languages[one].dialog[key] === title),
  );
  return menu ?? identifyLanguage(title.toLowerCase()).locale;
}

/** Sorts events by time; an event without a time stays behind the one before it. */
export function inTime<Timed extends Pick<MessengerInbound, "timestampMs">>(
  events: Timed[],
): Timed[] {
  let lastMs = 0;
  const timed = events.map((event) => {
    lastMs = event.timestampMs ?? lastMs;
    return { event, atMs: lastMs };
  });
  return timed.sort((one, other) => one.atMs - other.atMs).map(({ event }) => event);
}
