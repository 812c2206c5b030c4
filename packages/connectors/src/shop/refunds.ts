import type { Order, Refund } from "@meetbot/sdk";

/** Returns an order's completed and pending refunds, newest first; omits zero amounts. */
export function refundsOf(refunds: readonly Refund[]): Pick<Order, "refunds"> {
  const some = refunds
    .map((refund) => ({ ...refund, amount: Math.abs(refund.amount) }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => Number(other.at ?? 0) - Number(one.at ?? 0));
  return some.length > 0 ? { refunds: some } : {};
}
