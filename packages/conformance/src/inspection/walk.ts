import type { Order } from "@meetbot/protocol";
import type { Inspection } from "./inspection.ts";
import {
  type Asked,
  askQuery,
  findLists,
  type ListedOrders,
  LONG_LIMIT,
  ordersIn,
} from "./known.ts";

/** The number of orders that a customer's tap on "more" requests. */
export const SHORT_LIMIT = 3;

/** Maximum pages to fetch of one list: 36 orders at three per page, 40 at ten. */
const maxPages = { [SHORT_LIMIT]: 12, [LONG_LIMIT]: 4 } as const;

/** One list of an account, fetched page by page while `has_next_page` is true. */
export interface Walk {
  filter: ListedOrders["filter"];
  limit: number;
  pages: readonly Asked[];
  orders: readonly Order[];
  /** Whether the webhook reported the end of the list; if not, only a part was walked. */
  isWhole: boolean;
  /** The page after the last one; null if it was not requested. */
  behind: Asked | null;
}

/** The same list, walked with each of the two limits that Meetbot uses. */
export interface Walked {
  short: Walk;
  long: Walk;
}

/** Walks all lists of the account to their end; returns nothing if no account is known. */
export function walkLists(inspection: Inspection): Promise<Walked[]> {
  return inspection.once("walks", async () => {
    return inspection.each(await findLists(inspection), async (list) => {
      const long = await walk(inspection, list, LONG_LIMIT, list.asked);
      return { long, short: await walk(inspection, list, SHORT_LIMIT) };
    });
  });
}

/** Walks a list once more, because new orders may arrive during a walk. */
export async function walkAgain(inspection: Inspection, { short }: Walked): Promise<Walked> {
  return {
    long: await walk(inspection, short, LONG_LIMIT),
    short: await walk(inspection, short, SHORT_LIMIT),
  };
}

async function walk(
  inspection: Inspection,
  { filter }: Pick<ListedOrders, "filter">,
  limit: keyof typeof maxPages,
  first?: Asked,
): Promise<Walk> {
  const { account: userAccount = "" } = inspection.webhook;
  const ask = (page: number) =>
    askQuery(inspection, { method: "orders", userAccount, filter, pagination: { page, limit } });
  const pages = [first ?? (await ask(1))];
  while (hasMore(pages.at(-1)!) && pages.length < maxPages[limit]) {
    pages.push(await ask(pages.length + 1));
  }
  const orders = pages.flatMap(ordersIn);
  const last = pages.at(-1)!;
  const isWhole = last.answer?.kind === "orders" && !last.answer.hasNextPage;
  const isAsked = isWhole && limit === SHORT_LIMIT && orders.length > 0;
  const behind = isAsked ? await ask(pages.length + 1) : null;
  return { filter, limit, pages, orders, isWhole, behind };
}

/** A page that promises more, and holds something itself. */
function hasMore(asked: Asked): boolean {
  return asked.answer?.kind === "orders" && asked.answer.hasNextPage && ordersIn(asked).length > 0;
}
