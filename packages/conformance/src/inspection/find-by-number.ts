import type { Package } from "@meetbot/protocol";
import type { Inspection } from "./inspection.ts";
import { type Asked, askQuery, LONG_LIMIT, packagesIn } from "./known.ts";
import { walkLists } from "./walk.ts";

/** The most orders to query one by one: enough to find a fault in one of ten. */
const MAX_TRIED_ORDERS = 40;

/** The fewest orders to query, however slow the webhook is. */
const LEAST_TRIED_ORDERS = 5;

/** More orders are queried only while the answers take no longer than this, one at a time or a few at once. */
const MAX_TRIED_MS = 6_000;
const MAX_TRIED_AT_ONCE_MS = 24_000;

const wholePage = { page: 1, limit: LONG_LIMIT };

/**
 * Returns the numbers of existing orders: the given one, then those of all lists, with the first orders of each list
 * first.
 */
export async function findOrderNumbers(inspection: Inspection): Promise<string[]> {
  const lists = (await walkLists(inspection)).map(({ long }) => long.orders);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const listed = Array.from({ length: longest }, (_, at) =>
    lists.flatMap((orders) => orders[at]?.order_number ?? []),
  ).flat();
  const { orderNumber } = inspection.webhook;
  const numbers = orderNumber === undefined ? listed : [orderNumber, ...listed];
  return [...new Set(numbers)].slice(0, MAX_TRIED_ORDERS);
}

/** Queries each known number as the number of the order itself. */
export function findByNumber(inspection: Inspection): Promise<Asked[]> {
  return inspection.once("by number", () =>
    askForEach(inspection, (orderNumber) =>
      askQuery(inspection, { method: "orders", orderNumber }),
    ),
  );
}

/** Queries the packages of each known order. */
export function findPackages(inspection: Inspection): Promise<Asked[]> {
  return inspection.once("packages", () =>
    askForEach(inspection, (orderNumber) =>
      askQuery(inspection, { method: "packages", orderNumber, pagination: wholePage }),
    ),
  );
}

async function askForEach(
  inspection: Inspection,
  ask: (orderNumber: string) => Promise<Asked>,
): Promise<Asked[]> {
  const numbers = await findOrderNumbers(inspection);
  let spentMs = 0;
  const timed = async (number: string) => {
    const asked = await ask(number);
    spentMs += asked.sent.exchange.durationMs;
    return asked;
  };
  const least = await inspection.each(numbers.slice(0, LEAST_TRIED_ORDERS), timed);
  const more = await inspection.each(numbers.slice(LEAST_TRIED_ORDERS), async (number) => {
    const most = inspection.isSlow() ? MAX_TRIED_AT_ONCE_MS : MAX_TRIED_MS;
    return spentMs > most ? [] : [await timed(number)];
  });
  return [...least, ...more.flat()];
}

/** Queries the given package by its number. */
export function findNamedPackage(inspection: Inspection): Promise<Asked | null> {
  return inspection.once("named package", async () => {
    const { packageNumber } = inspection.webhook;
    if (packageNumber === undefined) return null;
    return askQuery(inspection, { method: "packages", packageNumber, pagination: wholePage });
  });
}

/** Returns all known packages, each once. */
export async function findKnownPackages(inspection: Inspection): Promise<Package[]> {
  const named = await findNamedPackage(inspection);
  const asked = [...(named ? [named] : []), ...(await findPackages(inspection))];
  const byNumber = new Map(
    asked.flatMap(packagesIn).map((one) => [`${one.order_number} ${one.package_number}`, one]),
  );
  return [...byNumber.values()];
}
