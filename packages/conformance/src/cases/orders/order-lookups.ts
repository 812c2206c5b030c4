import { findByNumber } from "../../inspection/find-by-number.ts";
import { broken, kept, skippedFor, softened, type Verdict } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { type Asked, filters, findLists, type ListedOrders } from "../../inspection/known.ts";
import { fieldsOf, reactionOf } from "../../inspection/reaction.ts";
import { seen } from "../../inspection/seen.ts";
import { walkLists } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, skipBrokenLimit } from "../check-answers.ts";
import { isFromOrigin } from "../security/forgeries.ts";
import { unknownAccount, unknownNumber } from "../unknown.ts";
import {
  askAccount,
  askOrder,
  checkFound,
  isRefusedAsEmpty,
  skipNoOrders,
  withLists,
  withNumbers,
} from "./order-answers.ts";

type LookupRule =
  | "orders.readable"
  | "orders.account-found"
  | "orders.by-number"
  | "orders.unknown-account"
  | "orders.unknown-account-code"
  | "orders.unknown-number"
  | "orders.discreet-refusals";

/** Cases for what the webhook finds, and how it answers for what does not exist. */
export const orderLookupCases: Pick<CasesOf<"orders">, LookupRule> = {
  async "orders.readable"(inspection) {
    const lists = await findLists(inspection);
    const walked = await walkLists(inspection);
    const pages = walked.flatMap(({ long, short }) => [...long.pages, ...short.pages]);
    const all = [...pages, ...(await findByNumber(inspection))];
    if (all.length === 0) return skipNoOrders(inspection);
    const limit = skipBrokenLimit(all.map(({ sent }) => sent));
    if (limit) return limit;
    const unread = all.find(({ fault }) => fault !== null);
    if (unread?.fault) {
      return broken([unread.sent], seen.unreadable(unread.fault.message), unread.fault.pointer);
    }
    const refusedList = lists.find(({ asked }) => asked.answer?.kind !== "orders");
    if (refusedList && isRefusedAsEmpty(refusedList, lists))
      return reportRefusedAsEmpty(refusedList);
    const refused = refusedList?.asked;
    const { account } = inspection.webhook;
    if (account !== undefined && refused?.answer?.kind === "refusal") {
      return broken([refused.sent], seen.unknownAccount(account, refused.sent));
    }
    const failed = refused ?? all.find(({ answer }) => answer === null);
    return failed
      ? broken([failed.sent], seen.came(failed.sent))
      : kept(all.map(({ sent }) => sent));
  },

  "orders.account-found": (inspection) =>
    withLists(inspection, (lists, account) => {
      const sents = lists.map(({ asked }) => asked.sent);
      if (lists.some(({ orders }) => orders.length > 0)) return kept(sents);
      return broken(
        sents,
        seen.text(
          `Asked for open, unpaid and past orders of ${JSON.stringify(account)}, and all three lists are empty.`,
          `查询了 ${JSON.stringify(account)} 的 open、unpaid 和 past 订单，三个列表都是空的。`,
        ),
        "/orders",
      );
    }),

  "orders.by-number": (inspection) =>
    withNumbers(inspection, async () => {
      const all = await findByNumber(inspection);
      if (all.some(({ answer }) => answer === null)) {
        const limit = skipBrokenLimit(all.map(({ sent }) => sent));
        return limit ?? skippedFor("orders.readable");
      }
      const verdict = await checkEach(all, async (asked) => checkFound(asked, numberOf(asked)));
      return (await isAdvice(inspection, all, verdict)) ? softened(verdict) : verdict;
    }),

  async "orders.unknown-account"(inspection) {
    // A webhook that answers from a cache has filled it by now.
    await findLists(inspection);
    return checkEach(filters, async (filter) => {
      const { sent, answer } = await askUnknownAccount(inspection, filter);
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isRefused = answer?.kind === "refusal" && answer.reason !== "other";
      const isEmpty = answer?.kind === "orders" && answer.orders.length === 0;
      if (isRefused || isEmpty) return kept([sent]);
      const what = seen.text(
        `a query for “${filter}” of an account that does not exist`,
        `一个查询不存在账号的“${filter}”订单的请求`,
      );
      return broken([sent], seen.broke(what, sent));
    });
  },

  async "orders.unknown-account-code"(inspection) {
    const { sent, answer } = await askUnknownAccount(inspection, "open");
    if (answer?.kind === "refusal" && answer.reason === "user_not_found") return kept([sent]);
    const isOther = answer?.kind === "refusal" && answer.reason === "order_not_found";
    const isEmpty = answer?.kind === "orders" && answer.orders.length === 0;
    if (isOther || isEmpty) return broken([sent], seen.came(sent));
    return skippedFor("orders.unknown-account");
  },

  async "orders.unknown-number"(inspection) {
    const { sent, answer } = await askUnknownNumber(inspection);
    const limit = skipBrokenLimit([sent]);
    if (limit) return limit;
    const isRefused = answer?.kind === "refusal" && answer.reason === "order_not_found";
    return isRefused ? kept([sent]) : broken([sent], seen.came(sent));
  },

  async "orders.discreet-refusals"(inspection) {
    await askUnknownAccount(inspection, "open");
    await askUnknownNumber(inspection);
    const refused = inspection.log.filter(
      (sent) => sent.isPlain && reactionOf(sent) === "said_no" && sent.exchange.httpStatus === 200,
    );
    if (refused.length === 0) return skippedFor("orders.unknown-number");
    const loud = refused.find(repeatsKey);
    return loud ? broken([loud], seen.came(loud), "/error/message") : kept(refused);
  },
};

/**
 * The origin of the protocol asks for both lookups, and not that a number out of a list be found: a
 * webhook written from it finds some, refuses others, and confuses none.
 */
async function isAdvice(
  inspection: Inspection,
  all: readonly Asked[],
  { status, exchanges }: Verdict,
): Promise<boolean> {
  if (status !== "broken") return false;
  const culprit = all.find(({ sent }) => exchanges.includes(sent));
  const isSomeFound = all.some(({ answer }) => answer?.kind === "orders");
  const isRefused = culprit?.answer?.kind === "refusal";
  return isRefused && isSomeFound && isFromOrigin(inspection);
}

/** 11001 is read as an empty list; 10001 means that nobody has the account. */
function reportRefusedAsEmpty({ filter, asked }: ListedOrders): Verdict {
  const came = seen.came(asked.sent);
  const verdict = broken(
    [asked.sent],
    seen.text(
      `“${filter}” was refused, though another filter of the same account was answered: an account without orders of a filter is answered with an empty list. ${came.en}`,
      `“${filter}”被拒绝，而同一账号的另一个 filter 得到了回答：账号没有该 filter 的订单时，应返回空列表。${came.zh}`,
    ),
  );
  const isRead = asked.answer?.kind === "refusal" && asked.answer.reason === "order_not_found";
  return isRead ? softened(verdict) : verdict;
}

function askUnknownAccount(
  inspection: Inspection,
  filter: (typeof filters)[number],
): Promise<Asked> {
  return inspection.once(`unknown account ${filter}`, () =>
    askAccount(inspection, unknownAccount(), filter),
  );
}

function askUnknownNumber(inspection: Inspection): Promise<Asked> {
  return inspection.once("unknown number", () => askOrder(inspection, unknownNumber()));
}

/** Shorter keys appear in many sentences by chance. */
const LEAST_KEY = 6;

/** Checks whether a refusal repeats the account or number from the query. */
function repeatsKey({ recipe, outcome }: Sent): boolean {
  const error = outcome.kind === "received" ? fieldsOf(outcome.text)?.error : undefined;
  const message = String((error as { message?: unknown } | undefined)?.message ?? "").toLowerCase();
  const { user_account, order_number, package_number } = (fieldsOf(recipe.body)?.params ??
    {}) as Params;
  return [user_account, order_number, package_number]
    .map((key) =>
      String(key ?? "")
        .trim()
        .toLowerCase(),
    )
    .some((key) => key.length >= LEAST_KEY && message.includes(key));
}

type Params = Readonly<Record<string, unknown>>;

function numberOf({ query }: Asked): string {
  return "orderNumber" in query ? query.orderNumber : "";
}
