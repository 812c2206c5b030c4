import type { Order, Refund } from "@meetbot/sdk";

/** What went back of an order's money, or is about to, the newest first; amounts of nothing are left out. */
export function refundsOf(refunds: readonly Refund[]): Pick<Order, "refunds"> {
  const some = refunds
    .map((refund) => ({ ...refund, amount: Math.abs(refund.amount) }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => Number(other.at ?? 0) - Number(one.at ?? 0));
  return some.length > 0 ? { refunds: some } : {};
}
