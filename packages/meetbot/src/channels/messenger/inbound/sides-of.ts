import { type Fields, fieldsAt, idAt, isTrueAt } from "../../fields.ts";

/** Who an item is between. */
export interface Sides {
  page: string | null;
  user: string | null;
  isUserRef: boolean;
  /** The page did this itself. */
  isFromPage: boolean;
}

/**
 * Finds the page and the customer. An item goes from sender to recipient, an echo the other way; in both, the entry's
 * own id is the page's. Some events have no sender, or one with only a `user_ref`.
 */
export function sidesOf(item: Fields, entryId: string | undefined): Sides {
  const sender = fieldsAt(item, "sender");
  const from = idAt(sender, "id");
  const to = idAt(fieldsAt(item, "recipient"), "id");
  const isEcho = isTrueAt(fieldsAt(item, "message"), "is_echo");
  const isFromPage = to !== entryId && ((from !== undefined && from === entryId) || isEcho);
  const page = (isFromPage ? from : to) ?? entryId ?? null;
  const user = isFromPage ? to : from;
  if (user !== undefined) return { page, user, isUserRef: false, isFromPage };
  const userRef = idAt(sender, "user_ref") ?? idAt(fieldsAt(item, "optin"), "user_ref");
  return { page, user: userRef ?? null, isUserRef: userRef !== undefined, isFromPage };
}
