import type { OrderFilter } from "@meetbot/sdk";
import { slice } from "@meetbot/sdk/shop";
import type { PlatformOrder, PlatformPage } from "./connect-platform.ts";

/** The requested page of a list, and how a platform's orders are filtered and mapped for it. */
export interface PageOf<Outline> {
  asked: { filter: OrderFilter; page: number; limit: number };
  filterOf(outline: Outline): OrderFilter | null;
  /** Returns the complete, mapped orders of a page, in the given order. Not called for an empty page. */
  tell(outlines: readonly Outline[]): Promise<readonly PlatformOrder[]>;
}

/** A page of a list, out of all orders of an account, the newest first. */
export async function pageOf<Outline>(
  outlines: readonly Outline[],
  { asked, filterOf, tell }: PageOf<Outline>,
): Promise<PlatformPage> {
  const inList = outlines.filter((one) => filterOf(one) === asked.filter);
  const { rows, hasNextPage } = slice(inList, asked);
  return { orders: rows.length === 0 ? [] : await tell(rows), hasNextPage };
}

/** The page for a known account without orders. */
export const noOrders: PlatformPage = { orders: [], hasNextPage: false };
