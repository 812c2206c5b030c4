import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { News, WayOutcome } from "@meetbot/model/push/notification.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { newsSentence } from "@meetbot/presentation";
import { postPush } from "../../../platform/web-push/post-push.ts";
import { pushContact } from "../../../platform/web-push/push-contact.ts";
import type { WaysStore } from "./ways-store.ts";

/** What sending updates to customers' browsers requires. */
export interface WebPushWayDeps {
  ways: Pick<WaysStore, "devicesOf" | "updateDevice" | "keysOf">;
  botOf(botId: string): Promise<Bot | null>;
  agent: MerchantAgent;
  /** The public URL of this server; `null` if unknown, and then push services accept nothing. */
  publicUrl: string | null;
  now(): number;
}

/** What the page's service worker shows: only an order's status, because a lock screen is public. */
export interface CustomerPush {
  /** Marks the push as Meetbot's: the worker ignores all others. */
  meetbot: 1;
  title: string;
  body: string;
  /** A notification replaces an earlier one with the same tag. */
  tag: string;
  /** The chat's own page. */
  url: string;
}

/** Names are the shop's own and may be long; a notification shows about so much. */
const maxNameLength = 60;

/** RFC 8030 sets no upper limit; push services store nothing for longer than four weeks. */
const maxTtlS = 28 * 24 * 60 * 60;

/**
 * How long Meetbot waits before it retries a push service that failed; a service that is overloaded may ask for longer.
 */
const againMs = 60_000;
const maxRestS = 3_600;

/** How a push service took it. */
type Taken = WayOutcome | { kind: "gone" };

/** Sends an update to each browser that the customer subscribed; one that accepts it is enough. */
export function createTellByWebPush(deps: WebPushWayDeps) {
  const { ways, botOf, agent, now } = deps;
  const contact = pushContact(deps.publicUrl);
  return async (news: News): Promise<WayOutcome> => {
    const bot = await botOf(news.botId);
    if (!bot || contact === null) return { kind: "no_way", because: "unavailable" };
    const { botId } = news;
    const means = { agent, keys: () => ways.keysOf(botId), contact, now };
    const taken = await Promise.all(
      (await ways.devicesOf(news)).map(async ({ id, subscription, locale }): Promise<Taken> => {
        const url = `${deps.publicUrl?.replace(/\/$/, "")}/chat/${botId}`;
        const push: CustomerPush = {
          ...{ meetbot: 1, title: clip(bot.name), tag: topicOf(news), url },
          body: newsSentence(locale ?? bot.locale, news.of, news.status),
        };
        const posted = {
          ...{ news: push, topic: topicOf(news), urgency: "normal" as const },
          ttlS: Math.min(Math.max(Math.trunc(news.ttlS), 0), maxTtlS),
        };
        const how = readTaken(await postPush(posted, subscription, means));
        if (how.kind === "sent" || how.kind === "gone") {
          await ways.updateDevice(botId, id, how.kind);
        }
        return how;
      }),
    );
    const sent = taken.find(({ kind }) => kind === "sent");
    const later = taken.find(({ kind }) => kind === "again");
    const refused = taken.find(({ kind }) => kind === "no_way");
    const told = sent ?? later ?? refused;
    return told && told.kind !== "gone" ? told : { kind: "no_way", because: "gone" };
  };
}

/** Returns the push service's topic, at most 32 characters of base64url: the same for all news about one order. */
function topicOf({ thread }: News): string {
  return thread.replace(/[^\w-]/g, "").slice(0, 32) || "news";
}

function clip(name: string): string {
  const letters = [...name];
  return letters.length > maxNameLength ? `${letters.slice(0, maxNameLength - 1).join("")}…` : name;
}

function readTaken({ httpStatus, responseHeaders }: Exchange): Taken {
  if (httpStatus === 404 || httpStatus === 410) return { kind: "gone" };
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) return { kind: "sent" };
  if (httpStatus === null || httpStatus === 429 || httpStatus >= 500) {
    const asked = responseHeaders["retry-after"] ?? "";
    const restS = /^\d{1,9}$/.test(asked) ? Math.min(Number(asked), maxRestS) : 0;
    return { kind: "again", afterMs: Math.max(againMs, restS * 1_000) };
  }
  return { kind: "no_way", because: "unavailable" };
}
