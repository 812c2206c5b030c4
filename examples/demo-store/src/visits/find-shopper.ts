import type { Shop } from "../database/shop.ts";

/** Somebody who can sign in here. */
export interface Shopper {
  email: string;
  name: string;
}

/** Who can sign in with an email, in whatever case it is written; `null` when nobody can. */
export function findShopper({ database }: Shop, email: string): Shopper | null {
  const shopper = database
    .prepare("SELECT email, name FROM members WHERE email = ?")
    .get(email.trim().toLowerCase());
  return (shopper as unknown as Shopper | undefined) ?? null;
}
