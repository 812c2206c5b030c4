import { createHash } from "node:crypto";
import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import { alertWords } from "../form/alert-words.ts";
import { cut } from "../form/cut.ts";

/** What a browser receives; `path` is within the console. The worker in the console's `public` reads it. */
export interface PushNews {
  title: string;
  body: string;
  /** A notification replaces an earlier one with the same tag. */
  tag: string;
  path: string;
}

/** A push as it is sent. */
export interface WebPushMessage {
  news: PushNews;
  /** Lets the push service, which cannot read the encrypted news, replace a waiting message with the same topic. */
  topic: string;
}

/** The data for a web push; it contains no text from customers or agents. */
export interface PushSource {
  bot: { id: string; name: string };
  conversationId: string;
  type: DeskEventType;
  locale: AlertLocale;
}

/** Names are the shop's own and may be long; a notification shows about so much. */
const maxNameLength = 60;

/** Composes a web push in the operator's language. Pure. */
export function composePush({ bot, conversationId, type, locale }: PushSource): WebPushMessage {
  // Hashed because other companies' servers store it: it must not contain Meetbot's ids.
  const hash = createHash("sha256").update(`${bot.id}\0${conversationId}`).digest("base64url");
  const path = `/console/bots/${encodeURIComponent(bot.id)}/inbox?conversation=${encodeURIComponent(conversationId)}`;
  const title = alertWords[locale].titles[type];
  const topic = hash.slice(0, 32);
  return { news: { title, body: cut(bot.name, maxNameLength), tag: topic, path }, topic };
}

/** A sample, by which an operator sees that it arrives. */
export function composeTestPush(locale: AlertLocale): WebPushMessage {
  const news = { title: "Meetbot", body: alertWords[locale].test, tag: "test", path: "/console/" };
  return { news, topic: "test" };
}
