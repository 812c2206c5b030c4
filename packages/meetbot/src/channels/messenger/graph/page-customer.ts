import type { ChannelCustomer } from "@meetbot/model/channel-fact.ts";
import type { Recipient } from "@meetbot/model/outbound-message.ts";

/** A customer of a page. The id means something to that page only. */
export interface PageCustomer {
  user: string;
  /** Whether `user` is a plugin's `user_ref`, which is addressed differently. */
  isUserRef: boolean;
}

/** Returns the customer in the form that other code stores. */
export function toCustomer(customer: PageCustomer): ChannelCustomer {
  return { key: keyOf(customer), to: { ...customer } };
}

/** Returns the keys under which Meetbot may have stored a customer, given only the customer's id. */
export function keysOf(user: string): string[] {
  return [true, false].map((isUserRef) => keyOf({ user, isUserRef }));
}

/** Parses the recipient that {@link toCustomer} returned. */
export function toPageCustomer({ user, isUserRef }: Recipient): PageCustomer {
  return { user: String(user), isUserRef: isUserRef === true };
}

function keyOf({ user, isUserRef }: PageCustomer): string {
  return isUserRef ? `user_ref ${user}` : user;
}
