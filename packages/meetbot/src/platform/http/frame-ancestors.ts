import type { MiddlewareHandler } from "hono";
import type { OriginsOf } from "./origins.ts";

const policy = "Content-Security-Policy";

/** Browsers that have visited once use only HTTPS for a year, whatever link they follow. */
const strictTransport = "max-age=31536000";

/**
 * Browser features that none of our pages use, denied so that injected code cannot use them either. Passkeys and the
 * clipboard are in use, so they are not listed.
 */
const permissions = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * Sets security headers on every response. No page may embed it in a frame unless it names those pages itself
 * (`frame-ancestors`); other directives that a page sets are unchanged. A response without its own caching rule is
 * never cached: it may hold a token or personal data.
 */
export function guardResponses({ isSecure = false } = {}): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    // Adds a second policy next to the page's own; browsers enforce both.
    if (!headers.get(policy)?.includes("frame-ancestors")) {
      headers.append(policy, "frame-ancestors 'none'");
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (headers.get("Content-Type")?.startsWith("text/html")) {
      headers.set("Permissions-Policy", permissions);
    }
    if (isSecure) headers.set("Strict-Transport-Security", strictTransport);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}

/** The policy's grammar has no place for such addresses, and browsers complain of them. */
const isIPv6 = /\/\/\[/;

/** The most bots to look up at once for responses that are no page anyway: their callers hold no request slot yet. */
const maxLookedUp = 200;

/**
 * Lets pages of a bot's origins, and of this server, show responses of the bot's routes in a frame. Looks the origins
 * up after the response is made, so refusing a flood costs no lookup.
 */
export function allowFrames(originsOf: OriginsOf): MiddlewareHandler {
  let lookedUp = 0;
  return async (c, next) => {
    const botId = c.req.param("bot_id") ?? "";
    await next();
    if (isTurnedAway(c.res.status) || lookedUp >= maxLookedUp) return;
    lookedUp += 1;
    // A bot that cannot be looked up has no pages; the response itself says what is wrong.
    const found = await originsOf(botId).catch(() => []);
    lookedUp -= 1;
    const origins = found.filter((origin) => !isIPv6.test(origin));
    c.res.headers.append(policy, `frame-ancestors ${origins.join(" ") || "'none'"}`);
  };
}

const isTurnedAway = (status: number) => status === 429 || status === 503;
