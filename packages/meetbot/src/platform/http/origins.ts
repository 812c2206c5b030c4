import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Context, MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

/** How long browsers cache a preflight response (Chromium's maximum). */
const preflightMaxAgeS = 7200;

/** The origins whose pages may call a bot's routes and frame them. */
export type OriginsOf = (botId: string) => Promise<readonly string[]>;

/** Returns a function that finds the bot's own origins and those of this server. */
export function createOriginsOf(
  botOf: (botId: string) => Promise<Bot | null>,
  ownOrigins: readonly string[],
): OriginsOf {
  return async (botId) => {
    const bot = await botOf(botId);
    return [...(bot?.origins ?? []), ...ownOrigins];
  };
}

/** Accepts requests from pages of those origins, and from callers without a page: servers, apps, terminals. */
export function allowOrigins(
  originsOf: OriginsOf,
  log: { warn(message: string): void },
): MiddlewareHandler {
  let isWarned = false;
  return async (c, next) => {
    // Also on responses to requests without a page: a cache must not hand them to one.
    c.header("Vary", "Origin");
    const origin = c.req.header("origin");
    if (origin === undefined) return next();
    if (!(await originsOf(c.req.param("bot_id") ?? "")).includes(origin)) {
      // Only once: anyone who can reach the server could fill the log with it.
      if (!isWarned && isOwnPage(c, origin)) log.warn(unknownAddress);
      isWarned ||= isOwnPage(c, origin);
      const message = whyNot(c.req.param("bot_id") ?? "", origin);
      return problem(c, 403, "origin_not_allowed", message);
    }
    c.header("Access-Control-Allow-Origin", origin);
    c.header("Access-Control-Expose-Headers", "Retry-After");
    if (c.req.method !== "OPTIONS") return next();
    c.header("Access-Control-Allow-Methods", "GET, POST, DELETE");
    c.header(
      "Access-Control-Allow-Headers",
      "authorization, content-type, last-event-id, meetbot-work",
    );
    c.header("Access-Control-Max-Age", String(preflightMaxAgeS));
    return c.body(null, 204);
  };
}

/**
 * Lets any page read why its request was refused before the allowed origins were known, and when to retry: these
 * responses hold only public information.
 */
export const openRefusals: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, status } = c.res;
  if (![413, 429, 503].includes(status) || headers.has("Access-Control-Allow-Origin")) return;
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", "Retry-After");
};

/** For the developer of that page, who reads it in the browser's console. */
function whyNot(botId: string, origin: string): string {
  // Files and sandboxed frames send "null"; the message echoes only valid origins.
  if (URL.parse(origin)?.origin !== origin || origin === "null") {
    return `Bot ${botId} does not talk to pages without an origin, such as files and sandboxed frames. Open the page over http or https.`;
  }
  return `Bot ${botId} does not talk to pages of ${origin} yet. Add ${origin} on its page Channels in the console (/console/bots/${botId}/channels), or on the server, in Meetbot's folder: npx meetbot bot set ${botId} --origins ${origin} (this replaces the list: name all origins, separated by commas). If it is this server's own address, name it in MEETBOT_PUBLIC_URL.`;
}

const unknownAddress =
  "the chat's own page was opened at an address that this server does not know as its own, and may not chat: set MEETBOT_PUBLIC_URL to the address that customers use";

/** Whether the request comes from a page that this server delivered. Browsers say so over TLS and on localhost. */
function isOwnPage(c: Context, origin: string): boolean {
  const isSameHost = URL.parse(origin)?.host === c.req.header("host");
  return isSameHost || c.req.header("sec-fetch-site") === "same-origin";
}
