import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "../database/in-transaction.ts";
import type { Shopper } from "../visits/find-shopper.ts";

/** One plain ASCII address that a customer can send to a bot, and that mail can reach. */
const email = /^(?=.{3,254}$)[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9-]+\.)+[a-z]{2,24}$/;

/** A line of a parcel's label. */
const name = /^[^\p{Cc}\p{Cs}]{1,60}$/u;

/** Reads who a guest says to be; `null`: that is no email, or no name. */
export function readGuest(form: URLSearchParams): Shopper | null {
  const guest = {
    email: (form.get("email") ?? "").trim().toLowerCase(),
    name: (form.get("name") ?? "").trim(),
  };
  return email.test(guest.email) && name.test(guest.name) ? guest : null;
}

/**
 * Makes a guest's email known to the webhook. `false`: a shopper has it. Their account is theirs
 * alone: a guest who types their email puts nothing into it.
 */
export function admitGuest(database: DatabaseSync, { email, name }: Shopper): boolean {
  return inTransaction(database, () => {
    if (database.prepare("SELECT 1 FROM members WHERE email = ?").get(email)) return false;
    database.prepare("INSERT OR IGNORE INTO shoppers VALUES (?, ?)").run(email, name);
    database.prepare("INSERT OR IGNORE INTO guests VALUES (?)").run(email);
    return true;
  });
}
