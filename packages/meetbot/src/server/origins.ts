import type { MiddlewareHandler } from "hono";
import type { Bot } from "../model/bot.ts";
import { problem } from "./problem.ts";

/** Browsers remember that a page may call for so long (Chromium's own maximum). */
const preflightMaxAgeS = 7200;

/** Lets in pages of the bot's origins, and callers without a page: servers, apps, terminals. */
export function allowOrigins(
  botOf: (botId: string) => Promise<Bot | null>,
  ownOrigins: readonly string[],
): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin");
    if (origin === undefined) return next();
    c.header("Vary", "Origin");
    const bot = await botOf(c.req.param("bot_id") ?? "");
    if (!bot?.origins.includes(origin) && !ownOrigins.includes(origin)) {
      return problem(
        c,
        403,
        "origin_not_allowed",
        "This bot does not talk to pages of that origin. The operator can add it: meetbot bot set --origins.",
      );
    }
    c.header("Access-Control-Allow-Origin", origin);
    if (c.req.method !== "OPTIONS") return next();
    c.header("Access-Control-Allow-Methods", "GET, POST");
    c.header("Access-Control-Allow-Headers", "authorization, content-type, last-event-id");
    c.header("Access-Control-Max-Age", String(preflightMaxAgeS));
    return c.body(null, 204);
  };
}
