import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isSameSecret } from "../../../secrets/compare.ts";
import { hashToken } from "../../../secrets/token.ts";

/**
 * What a browser keeps for one bot's page while it is open: the token of its conversation, or before there is one a
 * random word. No script reads it. Over https its name begins with `__Host-`: browsers take such a cookie from this
 * very host alone, so that no page of a neighboring name plants a conversation there. Over plain http, where nobody but
 * a developer is, browsers refuse that name; there it has no path, and is kept below `/track`.
 */
const nameOf = (botId: string) => `meetbot_track_${botId}`;

/** Ours have this form; anything else is none. */
const tokenForm = /^[\w-]{43}$/;

/** What the browser brings; `null`: nothing of ours. */
export function readVisit(c: Context, botId: string, isSecure: boolean): string | null {
  const name = nameOf(botId);
  const value = (isSecure ? getCookie(c, name, "host") : getCookie(c, name)) ?? "";
  return tokenForm.test(value) ? value : null;
}

/** Has the browser keep it until it is closed. Other sites' forms come without it. */
export function storeVisit(c: Context, botId: string, visit: string, isSecure: boolean): void {
  const how = { httpOnly: true, sameSite: "Lax" } as const;
  const kept = isSecure
    ? ({ ...how, secure: true, path: "/", prefix: "host" } as const)
    : { ...how, path: "" };
  setCookie(c, nameOf(botId), visit, kept);
}

/** What a form carries that was shown to this browser: nobody knows it who cannot read the cookie. */
export const formKeyOf = (visit: string): string =>
  hashToken(`form ${visit}`).toString("base64url");

/** Whether a form was shown to the browser that sends it. Browsers that say from which site it comes are believed too. */
export function isOwnForm(c: Context, visit: string | null, key: string): boolean {
  const site = c.req.header("sec-fetch-site") ?? "same-origin";
  return visit !== null && site === "same-origin" && isSameSecret(key, formKeyOf(visit));
}
