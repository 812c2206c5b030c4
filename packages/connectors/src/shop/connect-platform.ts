import type { Order, OrderFilter, OrdersQuestion, Package, PackagesQuestion } from "@meetbot/sdk";
import { type OrdersFound, type PackagesFound, refuse } from "@meetbot/sdk";
import { packageNumber, sameAccount, sameNumber, slice } from "@meetbot/sdk/shop";
import type { ConnectedShop, ShopCheck } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { platformText } from "../connector/platform-text.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { createKeyedHash } from "./keyed-hash.ts";
import { createTrackingMemory } from "./tracking-memory.ts";

/** An order as a platform's mapping returns it, with data that Meetbot does not receive in the same answer. */
export interface PlatformOrder {
  /** The email of the order's owner, which is compared again; `null` if the platform withholds it. */
  account: string | null;
  order: Order;
  packages: readonly Package[];
}

export interface PlatformPage {
  orders: readonly PlatformOrder[];
  hasNextPage: boolean;
}

/**
 * The work specific to one platform: sending queries and mapping answers. The code shared by all platforms is
 * elsewhere.
 */
export interface Platform {
  /**
   * Returns a page of an account's orders, newest first; `null` if there is no such account. Rows scanned with `once`
   * are cached like an answer, for the account's other pages and lists.
   */
  list(
    account: string,
    asked: { filter: OrderFilter; page: number; limit: number },
    once: <Row>(scan: () => Promise<readonly Row[]>) => Promise<readonly Row[]>,
  ): Promise<PlatformPage | null>;
  /** Orders that may have this number. */
  find(orderNumber: string): Promise<readonly PlatformOrder[]>;
  /** Returns orders that may have a parcel with this tracking number; absent if the platform cannot search for it. */
  findByLabel?(trackingNumber: string): Promise<readonly PlatformOrder[]>;
  /** Like the connector's own `check`, but returns a `ConnectorError` as a result. */
  check(): Promise<ShopCheck>;
}

/** No shop has longer numbers, so longer ones are not queried. */
const maxNumberLength = 100;

/** Shorter is no carrier's number, and would be a part of many. */
const mayBeLabel = /^[A-Za-z0-9][A-Za-z0-9 -]{6,58}[A-Za-z0-9]$/;

/**
 * Builds a shop on a platform: compares the results again, refuses queries, pages packages, finds orders by the
 * tracking number on a label, and caches answers for half a minute.
 */
export function connectPlatform(platform: Platform, now: () => number): ConnectedShop {
  const cache = createAnswerCache(now);
  const tracking = createTrackingMemory();
  const hash = createKeyedHash();
  const comparable = (number: string) =>
    hash(
      number
        .normalize("NFKC")
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, ""),
    );

  function learn(found: readonly PlatformOrder[]): void {
    for (const { packages } of found) {
      for (const { tracking_number: number, order_number: order } of packages) {
        if (number !== undefined) tracking.learn(comparable(number), order);
      }
    }
  }

  async function findOrder(number: string): Promise<PlatformOrder | null> {
    if (number.length > maxNumberLength) return null;
    return cache.get(hash("order", number.trim()), async () => {
      const found = await platform.find(number.trim());
      const same = found.filter(({ order }) => sameNumber(order.order_number, number));
      const exact = same.find(({ order }) => order.order_number === number.trim());
      // If two order numbers differ only by a dash, do not guess which one the customer means.
      const order = exact ?? (same.length === 1 ? same[0] : undefined) ?? null;
      if (order) learn([order]);
      return order;
    });
  }

  async function findPackages(number: string): Promise<Package[] | null> {
    const named = packageNumber.parse(number)?.orderNumber ?? null;
    for (const orderNumber of [named, tracking.orderOf(comparable(number))]) {
      if (orderNumber === null) continue;
      const packages = (await findOrder(orderNumber))?.packages.filter(
        (one) => sameNumber(one.package_number, number) || sameNumber(one.tracking_number, number),
      );
      if (packages?.length) return packages;
    }
    return findLabelled(number);
  }

  /** Searches by tracking number. If the platform's version or plan refuses the query, the result is empty. */
  async function searchLabel(number: string): Promise<readonly PlatformOrder[]> {
    try {
      return (await platform.findByLabel?.(number)) ?? [];
    } catch (error) {
      if (error instanceof ConnectorError && error.problem === "broken_answer") return [];
      throw error;
    }
  }

  async function findLabelled(number: string): Promise<Package[] | null> {
    if (!platform.findByLabel || !mayBeLabel.test(number.trim())) return null;
    return cache.get(hash("label", number.trim()), async () => {
      const found = await searchLabel(number.trim());
      learn(found);
      const packages = found
        .flatMap((one) => one.packages)
        .filter((one) => sameNumber(one.tracking_number, number));
      return packages.length > 0 ? packages : null;
    });
  }

  return {
    async orders(
      question: OrdersQuestion,
    ): Promise<OrdersFound | ReturnType<typeof refuse.userNotFound>> {
      if (question.by === "number") {
        const found = await findOrder(question.orderNumber);
        return found ? { orders: [found.order] } : refuse.orderNotFound();
      }
      const { filter, page, limit } = question;
      const account = question.account.trim();
      const key = hash("list", account, filter, page, limit);
      const scanKey = hash("scan", account);
      const found = await cache.get(
        key,
        () =>
          platform.list(account, { filter, page, limit }, async (scan) => {
            const some = async () => onlyIfAny(await scan());
            return (await cache.get(scanKey, some)) ?? [];
          }),
        scanKey,
      );
      if (found === null) return refuse.userNotFound();
      const own = found.orders.filter((one) => sameAccount(one.account, account));
      learn(own);
      return { orders: own.map(({ order }) => order), hasNextPage: found.hasNextPage };
    },

    async packages(
      question: PackagesQuestion,
    ): Promise<PackagesFound | ReturnType<typeof refuse.orderNotFound>> {
      const all =
        question.by === "order"
          ? ((await findOrder(question.orderNumber))?.packages ?? null)
          : await findPackages(question.packageNumber);
      if (all === null) return refuse.orderNotFound();
      const { rows: packages, hasNextPage } = slice(all, question);
      return { packages, hasNextPage };
    },

    async check() {
      try {
        const check = await platform.check();
        return check.isOk ? { ...check, shop: platformText(check.shop) } : check;
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        const { problem, detail } = error;
        return { isOk: false, problem, detail };
      }
    },
  };
}

/** An account without orders may place its first at any moment, so it counts as "not found" too. */
const onlyIfAny = <Row>(rows: readonly Row[]) => (rows.length > 0 ? rows : null);
