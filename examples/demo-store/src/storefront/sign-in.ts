import type { Shop } from "../database/shop.ts";
import { type StorePage, toRedirect } from "../html/page.ts";
import { toNotice } from "../pages/render-notice.ts";
import { findShopper } from "../visits/find-shopper.ts";
import { readReturnPath } from "../visits/return-path.ts";
import { endedSessionCookie, toSessionCookie } from "../visits/session-cookie.ts";
import type { Sessions } from "../visits/sessions.ts";
import type { Kept, Visit } from "../visits/visit.ts";

/**
 * Starts a session for the email in the form. A real shop asks for a password first. The id is
 * always a new one: one that somebody slipped into the browser before must not become a session.
 */
export function signIn(
  shop: Shop,
  sessions: Sessions<Kept>,
  visit: Visit,
  form: URLSearchParams,
): StorePage {
  const shopper = findShopper(shop, form.get("email") ?? "");
  if (!shopper) return toNobody(shop, visit);
  sessions.end(visit.sessionId);
  const id = sessions.start({ email: shopper.email });
  return toRedirect(readReturnPath(form) ?? "/account", toSessionCookie(id));
}

/** Ends the session, in the shop and in the browser. */
export function signOut(sessions: Sessions<Kept>, { sessionId }: Visit): StorePage {
  sessions.end(sessionId);
  return toRedirect("/", endedSessionCookie);
}

/** Nobody can sign in with the email that was named. */
export function toNobody(shop: Shop, visit: Visit): StorePage {
  return toNotice(shop, visit, {
    status: 404,
    title: "Nobody to sign in 查无此人",
    english: "No shopper here has this email. The front page lists those who can sign in.",
    chinese: "这里没有顾客用这个邮箱。可以登录的都列在首页。",
  });
}
