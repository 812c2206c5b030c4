import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isSameSecret } from "../../../secrets/compare.ts";
import { hashToken } from "../../../secrets/token.ts";

/**
 * The cookie for one bot's page, which the browser stores until it closes: the token of the conversation, or a random
 * value before there is one. Scripts cannot read it. Over https its name begins with `__Host-`: browsers accept such a
 * cookie only from this exact host, so no page on a neighboring domain can plant a conversation. Over plain http, which
 * only developers use, browsers refuse that name; there the cookie sets no path, so it applies below `/track`.
 */
const nameOf = (botId: string) => `meetbot_track_${botId}`;

/** Our tokens have this form; other values are ignored. */
const tokenForm = /^[\w-]{43}$/;

/** Returns the visit in the browser's cookie; `null` if the browser sends no cookie of ours. */
export function readVisit(c: Context, botId: string, isSecure: boolean): string | null {
  const name = nameOf(botId);
  const value = (isSecure ? getCookie(c, name, "host") : getCookie(c, name)) ?? "";
  return tokenForm.test(value) ? value : null;
}

/** Sets the cookie, which lasts until the browser closes. Browsers do not send it with other sites' forms. */
export function storeVisit(c: Context, botId: string, visit: string, isSecure: boolean): void {
  const how = { httpOnly: true, sameSite: "Lax" } as const;
  const kept = isSecure
    ? ({ ...how, secure: true, path: "/", prefix: "host" } as const)
    : { ...how, path: "" };
  setCookie(c, nameOf(botId), visit, kept);
}

/** Returns the key in each form shown to this browser: only a client that can read the cookie knows the key. */
export const formKeyOf = (visit: string): string =>
  hashToken(`form ${visit}`).toString("base64url");

/**
 * Whether the form was shown to the browser that sends it. Also checks the request's site, if the browser reports it.
 */
export function isOwnForm(c: Context, visit: string | null, key: string): boolean {
  const site = c.req.header("sec-fetch-site") ?? "same-origin";
  return visit !== null && site === "same-origin" && isSameSecret(key, formKeyOf(visit));
}
