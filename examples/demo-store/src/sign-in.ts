import type { IncomingMessage } from "node:http";
import { findShopper, type Shopper } from "./find-shopper.ts";
import { isOwnForm, readForm } from "./own-form.ts";
import { type Page, toHtmlPage, toRedirect } from "./page.ts";
import { renderNotice } from "./render-page.ts";
import { readReturnPath } from "./return-path.ts";
import { endedSessionCookie, readSessionId, toSessionCookie } from "./session-cookie.ts";
import type { Sessions } from "./sessions.ts";
import type { Shop } from "./shop.ts";

/** A form was sent, and by whom. */
export interface Submission {
  request: IncomingMessage;
  /** Who was signed in when it was sent; `null` for a guest. */
  visitor: Shopper | null;
}

/**
 * Starts a session for the email in the form. A real shop asks for a password first. The id is
 * always a new one: one that somebody slipped into the browser before must not become a session.
 */
export async function signIn(
  shop: Shop,
  sessions: Sessions,
  { request, visitor }: Submission,
): Promise<Page> {
  if (!isOwnForm(request)) return refuseForeign(visitor);
  const form = await readForm(request);
  if (!form) {
    const text = "Send the fields email and next as a form of at most 4 KiB, with its length.";
    return toHtmlPage(renderNotice("This form cannot be read", text, visitor), 400);
  }
  const shopper = findShopper(shop, form.get("email") ?? "");
  if (!shopper) {
    const text = "No shopper here has this email. The front page lists those who can sign in.";
    return toHtmlPage(renderNotice("Nobody to sign in", text, visitor), 404);
  }
  sessions.end(readSessionId(request));
  const id = sessions.start(shopper.email);
  return toRedirect(readReturnPath(form) ?? "/account", toSessionCookie(id));
}

/** Ends the session, in the shop and in the browser. */
export function signOut(sessions: Sessions, { request, visitor }: Submission): Page {
  if (!isOwnForm(request)) return refuseForeign(visitor);
  sessions.end(readSessionId(request));
  return toRedirect("/", endedSessionCookie);
}

/** Or else any site could sign its readers in here as somebody of its choice, or out. */
function refuseForeign(visitor: Shopper | null): Page {
  const text = "Another site sent this form. Sign in and out with the buttons of this shop.";
  return toHtmlPage(renderNotice("Nothing was done", text, visitor), 403);
}
