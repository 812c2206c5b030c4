import { topic } from "../topic.ts";

/** Signing in, registering, a password. */
export const account = topic({
  id: "account",
  isOfOrder: false,
});
