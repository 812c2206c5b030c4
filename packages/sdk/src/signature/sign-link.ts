import { IdentityError, type IdentityOptions, signClaims } from "./sign-identity.ts";

/** The parameter that passes the link to the shop's page. */
export const linkParameter = "meetbot_link";

/** The form of Meetbot's links; any other text is not one. */
const linkForm = /^[\w-]{43}$/;

export interface LinkOptions extends IdentityOptions {
  /** The value of the `meetbot_link` parameter in the page's URL. */
  link: string;
}

/**
 * Signs that the signed-in customer confirmed on the shop's page that a chat is theirs. Call it when they press the
 * button, from the session, and send the result from the shop's server: `POST /chat/{bot_id}/links` with `{"identity":
 * …}`. The answer's `code` is for their page alone. Throws an {@link IdentityError} if the link does not have the form
 * of Meetbot's links, or an option is invalid.
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
 * Signs a request to unlink all chats from the customer's account: for `DELETE /chat/{bot_id}/links`, when they ask for
 * it, change their password or leave the shop. Throws an {@link IdentityError} if an option is invalid.
 */
export function signUnlink(options: IdentityOptions): string {
  return signClaims(options, { unlink: true });
}
