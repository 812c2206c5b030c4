import { broken, kept, skipped, skippedFor, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import {
  type Asked,
  askQuery,
  findByNumber,
  findLists,
  type ListedOrders,
  ordersIn,
} from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, checkNothingFound, countItems, skipBrokenLimit } from "../check-answers.ts";
import { unknownAccount, unknownNumber } from "../unknown.ts";
import { accountVariants, numberVariants, spellings, withAccent } from "../variants.ts";
import {
  askAccount,
  checkFound,
  sameOrders,
  skipNoOrders,
  withLists,
  withLongList,
  withNumbers,
} from "./order-answers.ts";

type LookupRule =
  | "orders.readable"
  | "orders.by-number"
  | "orders.unknown-account"
  | "orders.unknown-account-code"
  | "orders.unknown-number"
  | "orders.account-spelling"
  | "orders.account-exact"
  | "orders.account-accents"
  | "orders.number-spelling"
  | "orders.number-exact";

/** What is found, for whom, and what must not be found. */
export const orderLookupCases: Pick<CasesOf<"orders">, LookupRule> = {
  async "orders.readable"(inspection) {
    const lists = (await findLists(inspection)).map(({ asked }) => asked);
    const all = [...lists, ...(await findByNumber(inspection))];
    if (all.length === 0) return skipNoOrders(inspection);
    const limit = skipBrokenLimit(all.map(({ sent }) => sent));
    if (limit) return limit;
    const unread = all.find(({ fault }) => fault !== null);
    if (unread?.fault) {
      return broken([unread.sent], seen.unreadable(unread.fault.message), unread.fault.pointer);
    }
    const refused = lists.find(({ answer }) => answer?.kind !== "orders");
    const { account } = inspection.webhook;
    if (account !== undefined && refused?.answer?.kind === "refusal") {
      return broken([refused.sent], seen.unknownAccount(account, refused.sent));
    }
    const failed = refused ?? all.find(({ answer }) => answer === null);
    return failed
      ? broken([failed.sent], seen.came(failed.sent))
      : kept(all.map(({ sent }) => sent));
  },

  "orders.by-number": (inspection) =>
    withNumbers(inspection, async () => {
      const all = await findByNumber(inspection);
      if (all.some(({ answer }) => answer === null)) {
        const limit = skipBrokenLimit(all.map(({ sent }) => sent));
        return limit ?? skippedFor("orders.readable");
      }
      return checkEach(all, async (asked) => checkFound(asked, numberOf(asked)));
    }),

  async "orders.unknown-account"(inspection) {
    const { sent, answer } = await askUnknownAccount(inspection);
    const limit = skipBrokenLimit([sent]);
    if (limit) return limit;
    const isRefused = answer?.kind === "refusal" && answer.reason !== "other";
    const isEmpty = answer?.kind === "orders" && answer.orders.length === 0;
    return isRefused || isEmpty ? kept([sent]) : broken([sent], seen.came(sent));
  },

  async "orders.unknown-account-code"(inspection) {
    const { sent, answer } = await askUnknownAccount(inspection);
    if (answer?.kind === "refusal" && answer.reason === "user_not_found") return kept([sent]);
    const isOther = answer?.kind === "refusal" && answer.reason === "order_not_found";
    const isEmpty = answer?.kind === "orders" && answer.orders.length === 0;
    if (isOther || isEmpty) return broken([sent], seen.came(sent));
    return skippedFor("orders.unknown-account");
  },

  async "orders.unknown-number"(inspection) {
    const orderNumber = unknownNumber();
    const { sent, answer } = await askQuery(inspection, { method: "orders", orderNumber });
    const limit = skipBrokenLimit([sent]);
    if (limit) return limit;
    const isRefused = answer?.kind === "refusal" && answer.reason === "order_not_found";
    return isRefused ? kept([sent]) : broken([sent], seen.came(sent));
  },

  "orders.account-spelling": (inspection) =>
    withLists(inspection, (lists, account) => {
      const [list] = lists.toSorted((one, other) => other.orders.length - one.orders.length);
      const spelled = account.includes("@") ? spellings(account) : [` ${account} `];
      return checkEach(spelled, async (spelling) => {
        const asked = await askAccount(inspection, spelling, list!.filter, { page: 1, limit: 10 });
        const limit = skipBrokenLimit([asked.sent]);
        if (limit) return limit;
        if (sameOrders(ordersIn(asked), list!.orders) && asked.answer?.kind === "orders") {
          return kept([asked.sent]);
        }
        return broken([asked.sent], seen.askedFor(spelling, asked.sent));
      });
    }),

  "orders.account-exact": (inspection) =>
    withLongList(inspection, 1, (list, account) =>
      checkEach(accountVariants(account), (variant) =>
        checkStranger(inspection, variant, list.filter),
      ),
    ),

  "orders.account-accents": (inspection) =>
    withLongList(inspection, 1, (list, account) => {
      const accented = withAccent(account);
      if (accented !== null) return checkStranger(inspection, accented, list.filter);
      return skipped("no letter of this account can bear an accent", "该账号没有可以加重音的字母");
    }),

  "orders.number-spelling": (inspection) =>
    withNumbers(inspection, ([number = ""]) =>
      checkEach(spellings(number), async (orderNumber) =>
        checkFound(
          await askQuery(inspection, { method: "orders", orderNumber }),
          number,
          orderNumber,
        ),
      ),
    ),

  "orders.number-exact": (inspection) =>
    withNumbers(inspection, ([number = ""]) =>
      checkEach(numberVariants(number), async (orderNumber) => {
        const asked = await askQuery(inspection, { method: "orders", orderNumber });
        const isOther = ordersIn(asked).some(
          (order) => order.order_number.toUpperCase() !== orderNumber.toUpperCase(),
        );
        const what = seen.text(`the number ${orderNumber}`, `单号 ${orderNumber}`);
        if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/orders");
        return countItems(asked.sent) > 0
          ? kept([asked.sent])
          : checkNothingFound(asked.sent, what);
      }),
    ),
};

/** An account that looks like a known one to a careless comparison. */
async function checkStranger(
  inspection: Inspection,
  account: string,
  filter: ListedOrders["filter"],
): Promise<Verdict> {
  const { sent } = await askAccount(inspection, account, filter);
  return checkNothingFound(sent, seen.text(`the account ${account}`, `账号 ${account}`));
}

function askUnknownAccount(inspection: Inspection): Promise<Asked> {
  return inspection.once("unknown account", () => askAccount(inspection, unknownAccount(), "open"));
}

function numberOf({ query }: Asked): string {
  return "orderNumber" in query ? query.orderNumber : "";
}
