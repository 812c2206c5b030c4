import { IdentityError, type IdentityOptions, signClaims } from "./sign-identity.ts";

/** By this parameter the shop's page is told which link it was opened with. */
export const linkParameter = "meetbot_link";

/** As Meetbot makes them; anything else is no link of its. */
const linkForm = /^[\w-]{43}$/;

export interface LinkOptions extends IdentityOptions {
  /** What stands in the page's address as `meetbot_link`. */
  link: string;
}

/**
 * Says that the customer who is signed in confirmed on the shop's page that a chat is theirs. Make it
 * when they press the button, from the session, and send it from the shop's server:
 * `POST /chat/{bot_id}/links` with `{"identity": …}`. The answer's `code` is for their page alone.
 * Throws an {@link IdentityError} where the link is none of Meetbot's, or an option cannot be
 * right.
 */
export function signLink({ link, ...options }: LinkOptions): string {
  if (!isLink(link)) {
    throw new IdentityError(
      "invalid_link",
      "The link is none of Meetbot's: it has 43 letters, digits, dashes or _. Take it from the parameter meetbot_link of the page's address, and show no button where there is none.",
    );
  }
  return signClaims(options, { link });
}

/** Whether this may be the link that a page was opened with. */
export function isLink(link: unknown): link is string {
  return typeof link === "string" && linkForm.test(link);
}

/**
 * Says that no chat is to be linked with the customer's account any more: for
 * `DELETE /chat/{bot_id}/links`, when they ask for it, change their password or leave the shop.
 * Throws an {@link IdentityError} where an option cannot be right.
 */
export function signUnlink(options: IdentityOptions): string {
  return signClaims(options, { unlink: true });
}
