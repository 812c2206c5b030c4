import type { Order } from "@meetbot/sdk";

/** An amount besides the goods; positive if it is added to them. */
export interface Extra {
  name: string;
  amount: number;
}

/** Splits extras into fees, which are added to the goods, and adjustments, which are subtracted; drops zeros. */
export function splitExtras(extras: readonly Extra[]): Pick<Order, "adjustments" | "fees"> {
  const fees = extras.filter(({ amount }) => amount > 0);
  const adjustments = extras
    .filter(({ amount }) => amount < 0)
    .map(({ name, amount }) => ({ name, amount: -amount }));
  return {
    ...(fees.length > 0 && { fees }),
    ...(adjustments.length > 0 && { adjustments }),
  };
}
