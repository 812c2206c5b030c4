import { type Order, sameNumber } from "@meetbot/protocol";
import { broken, kept, skipped, skippedFor, type Verdict } from "../finding.ts";
import type { Inspection } from "../inspection.ts";
import {
  type Asked,
  askQuery,
  findByNumber,
  findLists,
  findOrderNumbers,
  type ListedOrders,
  ordersIn,
  readAsked,
} from "../known.ts";
import { recipeOfWire } from "../recipe.ts";
import { seen } from "../seen.ts";
import type { CasesOf } from "./case.ts";
import { countItems, judgeEach, judgeNothingFound, skipBrokenLimit } from "./judge.ts";
import { orderContentCases } from "./order-contents.ts";
import { unknownAccount, unknownNumber } from "./unknown.ts";
import { accountVariants, numberVariants, spellings, withAccent } from "./variants.ts";

const firstPage = { page: 1, limit: 3 };

/** One order of a list, where one may ask for others behind it. */
const oneOrder = { page: 1, limit: 1 };

/** Beyond what any account holds at ten a page. */
const farPage = { page: 99, limit: 10 };

function askAccount(
  inspection: Inspection,
  userAccount: string,
  filter: ListedOrders["filter"],
  pagination = firstPage,
): Promise<Asked> {
  return askQuery(inspection, { method: "orders", userAccount, filter, pagination });
}

/** Hands the account's lists on, or says why there are none to judge. */
async function withLists(
  inspection: Inspection,
  judge: (lists: ListedOrders[], account: string) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  const { account } = inspection.webhook;
  if (account === undefined) return skipped(seen.needs("--account"));
  const lists = await findLists(inspection);
  if (lists.some(({ asked }) => asked.answer?.kind !== "orders")) {
    const limit = skipBrokenLimit(lists.map(({ asked }) => asked.sent));
    return limit ?? skippedFor("orders.readable");
  }
  return judge(lists, account);
}

/** The list that holds most, where one holds as many as asked for. */
async function withLongList(
  inspection: Inspection,
  least: number,
  judge: (list: ListedOrders, account: string) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withLists(inspection, (lists, account) => {
    const [longest] = lists.toSorted((one, other) => other.orders.length - one.orders.length);
    if (longest && longest.orders.length >= least) return judge(longest, account);
    return skipped(
      seen.nothingThere(
        `no list of this account has ${least} order${least === 1 ? "" : "s"}`,
        `该账号没有一个列表有 ${least} 个订单`,
      ),
    );
  });
}

async function withNumbers(
  inspection: Inspection,
  judge: (numbers: string[]) => Promise<Verdict>,
): Promise<Verdict> {
  const numbers = await findOrderNumbers(inspection);
  if (numbers.length > 0) return judge(numbers);
  return skipped(seen.needs(missingData(inspection)));
}

function missingData({ webhook: { account } }: Inspection): string {
  return account === undefined ? "--account or --order" : "--order (the account has no orders)";
}

/** An order asked for by a number must be found, and nothing else with it. */
function judgeFound({ sent, answer }: Asked, number: string): Verdict {
  const limit = skipBrokenLimit([sent]);
  if (limit) return limit;
  if (answer?.kind !== "orders") return broken([sent], seen.came(sent));
  const found = answer.orders.map((order) => order.order_number);
  if (found.length === 1 && sameNumber(found[0], number)) return kept([sent]);
  const came = found.length === 0 ? "nothing" : found.join(", ");
  return broken(
    [sent],
    seen.text(
      `Asked for ${JSON.stringify(number)}, found ${came}.`,
      `查询 ${JSON.stringify(number)}，得到 ${came}。`,
    ),
    "/orders",
  );
}

export const ordersCases: CasesOf<"orders"> = {
  async "orders.readable"(inspection) {
    const lists = (await findLists(inspection)).map(({ asked }) => asked);
    const all = [...lists, ...(await findByNumber(inspection))];
    if (all.length === 0) return skipped(seen.needs(missingData(inspection)));
    const limit = skipBrokenLimit(all.map(({ sent }) => sent));
    if (limit) return limit;
    const unread = all.find(({ fault }) => fault !== null);
    if (unread?.fault) {
      return broken([unread.sent], seen.unreadable(unread.fault.message), unread.fault.pointer);
    }
    const refused = lists.find(({ answer }) => answer?.kind !== "orders");
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
      return judgeEach(all, async (asked) => judgeFound(asked, numberOf(asked)));
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
      return judgeEach(spelled, async (spelling) => {
        const asked = await askAccount(inspection, spelling, list!.filter, { page: 1, limit: 10 });
        const limit = skipBrokenLimit([asked.sent]);
        if (limit) return limit;
        if (sameOrders(ordersIn(asked), list!.orders) && asked.answer?.kind === "orders") {
          return kept([asked.sent]);
        }
        const [quoted, came] = [JSON.stringify(spelling), seen.came(asked.sent)];
        return broken(
          [asked.sent],
          seen.text(`Asked for ${quoted}. ${came.en}`, `查询 ${quoted}。${came.zh}`),
        );
      });
    }),

  "orders.account-exact": (inspection) =>
    withLongList(inspection, 1, (list, account) =>
      judgeEach(accountVariants(account), (variant) =>
        judgeStranger(inspection, variant, list.filter),
      ),
    ),

  "orders.account-accents": (inspection) =>
    withLongList(inspection, 1, (list, account) => {
      const accented = withAccent(account);
      if (accented !== null) return judgeStranger(inspection, accented, list.filter);
      return skipped(
        seen.nothingThere(
          "no letter of this account can bear an accent",
          "该账号没有可以加重音的字母",
        ),
      );
    }),

  "orders.number-spelling": (inspection) =>
    withNumbers(inspection, ([number = ""]) =>
      judgeEach(spellings(number), async (orderNumber) =>
        judgeFound(await askQuery(inspection, { method: "orders", orderNumber }), number),
      ),
    ),

  "orders.number-exact": (inspection) =>
    withNumbers(inspection, ([number = ""]) =>
      judgeEach(numberVariants(number), async (orderNumber) => {
        const asked = await askQuery(inspection, { method: "orders", orderNumber });
        const isOther = ordersIn(asked).some(
          (order) => order.order_number.toUpperCase() !== orderNumber.toUpperCase(),
        );
        const what = seen.text(`the number ${orderNumber}`, `单号 ${orderNumber}`);
        if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/orders");
        return countItems(asked.sent) > 0
          ? kept([asked.sent])
          : judgeNothingFound(asked.sent, what);
      }),
    ),

  "orders.limit": (inspection) =>
    withLongList(inspection, 2, async (list, account) => {
      const { sent } = await askAccount(inspection, account, list.filter, oneOrder);
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const count = countItems(sent);
      if (count <= 1) return kept([sent]);
      return broken(
        [sent],
        seen.text(`Asked for 1 order, got ${count}.`, `要 1 个订单，得到 ${count} 个。`),
        "/orders",
      );
    }),

  "orders.pages": (inspection) =>
    withLongList(inspection, 2, async (list, account) => {
      const first = await askAccount(inspection, account, list.filter, oneOrder);
      const second = await askAccount(inspection, account, list.filter, { page: 2, limit: 1 });
      const sents = [first.sent, second.sent];
      const limit = skipBrokenLimit(sents);
      if (limit) return limit;
      if (sents.some((sent) => countItems(sent) > 1)) return skippedFor("orders.limit");
      const [one] = ordersIn(first);
      const [two] = ordersIn(second);
      if (one && two && one.order_number !== two.order_number) return kept(sents);
      return broken(
        sents,
        seen.text(
          `Page 1 has ${one?.order_number ?? "nothing"}, page 2 has ${two?.order_number ?? "nothing"}.`,
          `第 1 页是 ${one?.order_number ?? "空的"}，第 2 页是 ${two?.order_number ?? "空的"}。`,
        ),
      );
    }),

  "orders.has-next-page": (inspection) =>
    withLongList(inspection, 1, async (list, account) => {
      const count = list.orders.length;
      const isAll = list.asked.answer?.kind === "orders" && !list.asked.answer.hasNextPage;
      const expected: [page: number, limit: number, hasNext: boolean][] = [];
      if (count > 1) expected.push([1, 1, true]);
      if (isAll) expected.push([count, 1, false]);
      const verdict = await judgeEach(expected, async ([page, limit, hasNext]) => {
        const asked = await askAccount(inspection, account, list.filter, { page, limit });
        const over = skipBrokenLimit([asked.sent]);
        if (over) return over;
        if (countItems(asked.sent) > limit) return skippedFor("orders.limit");
        const told = asked.answer?.kind === "orders" ? asked.answer.hasNextPage : null;
        if (told === hasNext) return kept([asked.sent]);
        return broken(
          [asked.sent],
          seen.text(
            `Page ${page} of ${count} with limit ${limit} says ${told}, and should say ${hasNext}.`,
            `limit 为 ${limit} 时，共 ${count} 页的第 ${page} 页写着 ${told}，应为 ${hasNext}。`,
          ),
          "/has_next_page",
        );
      });
      return verdict.status !== "kept" || isAll
        ? verdict
        : judgeSecondPage(inspection, account, list);
    }),

  "orders.beyond-last-page": (inspection) =>
    withLists(inspection, async (_, account) => {
      const { sent, answer } = await askAccount(inspection, account, "open", farPage);
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isEmpty =
        answer?.kind === "orders" && answer.orders.length === 0 && !answer.hasNextPage;
      return isEmpty ? kept([sent]) : broken([sent], seen.came(sent));
    }),

  "orders.defaults": (inspection) =>
    withLists(inspection, async ([open], account) => {
      const params = { user_account: account };
      const recipe = recipeOfWire("orders", inspection.webhook.pageId, { params });
      const asked = readAsked(open!.asked.query, await inspection.ask(recipe));
      const limit = skipBrokenLimit([asked.sent]);
      if (limit) return limit;
      return asked.answer?.kind === "orders" && sameOrders(ordersIn(asked), open!.orders)
        ? kept([asked.sent])
        : broken([asked.sent], seen.came(asked.sent));
    }),

  ...orderContentCases(withLists, missingData),
};

/** An account that looks like a known one to a careless comparison. */
async function judgeStranger(
  inspection: Inspection,
  account: string,
  filter: ListedOrders["filter"],
): Promise<Verdict> {
  const { sent } = await askAccount(inspection, account, filter);
  return judgeNothingFound(sent, seen.text(`the account ${account}`, `账号 ${account}`));
}

async function judgeSecondPage(
  inspection: Inspection,
  account: string,
  list: ListedOrders,
): Promise<Verdict> {
  const asked = await askAccount(inspection, account, list.filter, { page: 2, limit: 10 });
  if (ordersIn(asked).length > 0) return kept([asked.sent]);
  return broken(
    [list.asked.sent, asked.sent],
    seen.text(
      "Page 1 promises a next page, and page 2 is empty.",
      "第 1 页说有下一页，第 2 页却是空的。",
    ),
    "/has_next_page",
  );
}

function askUnknownAccount(inspection: Inspection): Promise<Asked> {
  return inspection.once("unknown account", () => askAccount(inspection, unknownAccount(), "open"));
}

function numberOf({ query }: Asked): string {
  return "orderNumber" in query ? query.orderNumber : "";
}

function sameOrders(some: readonly Order[], others: readonly Order[]): boolean {
  const numbers = (orders: readonly Order[]) =>
    orders.map((order) => order.order_number).join("\n");
  return numbers(some) === numbers(others);
}
