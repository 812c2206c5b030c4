import type { SeedShopper } from "./seed-shopper.ts";

/** Noah Smith signed up and has ordered nothing yet: known to the shop, with empty lists. */
export const noahSmith: SeedShopper = {
  email: "noah.smith@example.net",
  name: "Noah Smith",
  addresses: {},
  orders: [],
};
