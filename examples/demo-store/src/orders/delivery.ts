import type { DatabaseSync } from "node:sqlite";
import type { Currency } from "../catalog/money.ts";
import type { Shopper } from "../visits/find-shopper.ts";

/** Where an order goes and in which currency it is paid: columns of the table `orders`. */
export type Delivery = {
  currency: Currency;
  recipient: string;
  street_1: string;
  street_2: string | null;
  city: string;
  state: string;
  postal_code: string;
  country: string;
};

/** As the shopper's order before: people rarely move. */
export function findUsualDelivery(database: DatabaseSync, { email, name }: Shopper): Delivery {
  const usual = database
    .prepare(
      `SELECT currency, recipient, street_1, street_2, city, state, postal_code, country
       FROM orders WHERE shopper_email = ? ORDER BY placed_at DESC, number LIMIT 1`,
    )
    .get(email);
  return (usual as Delivery | undefined) ?? toDemoDelivery(name);
}

/** For a customer without an address. */
export function toDemoDelivery(recipient: string): Delivery {
  return {
    currency: "USD",
    recipient,
    street_1: "1 Example Street",
    street_2: null,
    city: "San Francisco",
    state: "CA",
    postal_code: "94105",
    country: "US",
  };
}
