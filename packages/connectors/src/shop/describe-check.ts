import type { CheckNote, ShopCheck } from "../connector/connector.ts";

/** Returns the check result for a shop that answers, with its newest order for testing all rules. */
export function describeCheck(
  shop: string,
  newest: { orderNumber: string; account: string | null | undefined } | null,
  notes: readonly CheckNote[] = [],
): ShopCheck {
  return {
    isOk: true,
    shop,
    notes: newest ? notes : [...notes, "no_orders_yet"],
    sample: newest && {
      orderNumber: newest.orderNumber,
      ...(newest.account && { account: newest.account }),
    },
  };
}
