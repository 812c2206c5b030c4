import { comparableAccount, type Order } from "@meetbot/protocol";
import {
  broken,
  kept,
  skipped,
  skippedWithout,
  softened,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { findLists, type ListedOrders, ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { walkLists } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import {
  checkEach,
  checkEachApart,
  checkNothingFound,
  countItems,
  skipBrokenLimit,
} from "../check-answers.ts";
import {
  accountVariants,
  lookAlikeVariants,
  mailboxVariants,
} from "../variants/account-variants.ts";
import { spellings } from "../variants/number-variants.ts";
import { askAccount, askList, withLists, withLongList } from "./order-answers.ts";

type StrangerRule =
  | "orders.account-spelling"
  | "orders.account-exact"
  | "orders.account-mailbox"
  | "orders.account-accents"
  | "orders.account-itself"
  | "orders.other-account";

/** Uses unknown accounts that a careless comparison would match to a known one. */
const findsNothingFor =
  (variantsOf: (account: string) => string[]) => async (inspection: Inspection) =>
    withLongList(inspection, 1, (list, account) => {
      const variants = variantsOf(account);
      if (variants.length > 0) {
        return checkEachApart(inspection, variants, (one) =>
          checkStranger(inspection, one, list.filter),
        );
      }
      return skipped("this account has no letter to change", "该账号没有可以替换的字母");
    });

/** Cases for which accounts are the same customer, and which are another. */
export const orderStrangerCases: Pick<CasesOf<"orders">, StrangerRule> = {
  "orders.account-spelling": (inspection) =>
    withLists(inspection, (lists, account) => {
      const [list] = lists.toSorted((one, other) => other.orders.length - one.orders.length);
      const spelled = account.includes("@") ? spellings(account) : [` ${account} `];
      return checkEach(spelled, async (spelling) => {
        const { asked, isList } = await askList(inspection, list!, () =>
          askAccount(inspection, spelling, list!.filter, { page: 1, limit: 10 }),
        );
        const limit = skipBrokenLimit([asked.sent]);
        if (limit) return limit;
        if (isList) return kept([asked.sent]);
        return broken([asked.sent], seen.askedFor(spelling, asked.sent));
      });
    }),

  "orders.account-exact": findsNothingFor(accountVariants),
  "orders.account-mailbox": findsNothingFor(mailboxVariants),
  "orders.account-accents": findsNothingFor(lookAlikeVariants),

  "orders.account-itself": (inspection) =>
    withLongList(inspection, 1, ({ filter, orders: [order] }, account) =>
      checkEach(othersNames(order!, account), async (name) => {
        const asked = await askAccount(inspection, name, filter);
        if (countItems(asked.sent) === 0) return kept([asked.sent]);
        const what = seen.text(
          `the account ${JSON.stringify(name)}`,
          `账号 ${JSON.stringify(name)}`,
        );
        const verdict = broken([asked.sent], seen.gotThrough(what, asked.sent), "/orders");
        // Anyone who has the order number may see this one order anyway.
        const isItself = ordersIn(asked).every((one) => one.order_number === name);
        return isItself && ordersIn(asked).length === 1 ? softened(verdict) : verdict;
      }),
    ),

  "orders.other-account": (inspection) =>
    withLists(inspection, async (lists, account) => {
      const { otherAccount } = inspection.webhook;
      if (otherAccount === undefined) return skippedWithout("--other-account");
      if (comparableAccount(otherAccount) === comparableAccount(account)) {
        return skipped("--other-account names the same account", "--other-account 是同一个账号");
      }
      return checkOther(inspection, lists, otherAccount);
    }),
};

/**
 * A stranger must find nothing: a pattern nothing at all, another account none of the first one's
 * orders, for it may be a customer's own.
 */
async function checkStranger(
  inspection: Inspection,
  account: string,
  filter: ListedOrders["filter"],
): Promise<Verdict> {
  const asked = await askAccount(inspection, account, filter);
  const what = seen.text(
    `the account ${JSON.stringify(account)}`,
    `账号 ${JSON.stringify(account)}`,
  );
  const known = await findKnownNumbers(inspection);
  const found = ordersIn(asked).map((order) => order.order_number);
  const isOwn = found.length > 0 && found.length === countItems(asked.sent);
  if (isOwn && !account.includes("%") && !found.some((number) => known.has(number))) {
    return kept([asked.sent]);
  }
  return checkNothingFound(asked.sent, what);
}

/** Returns an order's number and its recipient's name, without those that equal the account. */
function othersNames({ order_number: number, recipient_name: name }: Order, account: string) {
  const own = comparableAccount(account).trim().toLowerCase();
  return [number, name ?? ""].filter((one) => ![own, ""].includes(one.trim().toLowerCase()));
}

async function findKnownNumbers(inspection: Inspection): Promise<Set<string>> {
  const orders = (await walkLists(inspection)).flatMap(({ long }) => long.orders);
  return new Set(orders.map((order) => order.order_number));
}

async function checkOther(
  inspection: Inspection,
  lists: readonly ListedOrders[],
  otherAccount: string,
): Promise<Verdict> {
  const others = await findLists(inspection, otherAccount);
  const sents = others.map(({ asked }) => asked.sent);
  const limit = skipBrokenLimit(sents);
  if (limit) return limit;
  if (others.every(({ orders }) => orders.length === 0)) {
    const name = JSON.stringify(otherAccount);
    return skipped(
      `the shop has no orders of ${name}; name an account that has some with --other-account`,
      `店铺没有 ${name} 的订单；请用 --other-account 指定一个有订单的账号`,
    );
  }
  const known = await findKnownNumbers(inspection);
  for (const { asked, orders } of others) {
    const at = orders.findIndex((order) => known.has(order.order_number));
    if (at < 0) continue;
    const number = orders[at]!.order_number;
    const own = lists.find((list) => list.orders.some((order) => order.order_number === number));
    return broken(
      [...(own ? [own.asked.sent] : []), asked.sent],
      seen.text(
        `${number} is listed under --account and under --other-account.`,
        `${number} 同时列在 --account 和 --other-account 之下。`,
      ),
      `/orders/${at}`,
    );
  }
  return kept(sents);
}
