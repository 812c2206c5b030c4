import { topic } from "../topic.ts";

/** It got cheaper after it was bought, or is cheaper elsewhere. */
export const priceProtection = topic({
  id: "price_protection",
  isOfOrder: true,
});
