import type { Said } from "../../inspection/finding.ts";
import type { Sent } from "../../inspection/inspection.ts";
import { type Asked, ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import type { Walk, Walked } from "../../inspection/walk.ts";
import { countItems } from "../check-answers.ts";

/** A fault in the pages of a list, with the exchanges that show it. */
export interface PageFault {
  sents: readonly Sent[];
  told: Said;
  /** Whether the walks differ before one of them ends, so that the fault does not come from `has_next_page`. */
  isInner?: boolean;
}

const numbersOf = ({ orders }: Pick<Walk, "orders">) => orders.map((one) => one.order_number);
const walksOf = ({ short, long }: Walked) => [short, long];
const sentsOf = ({ pages }: Walk) => pages.map(({ sent }) => sent);

/** Returns the fault of a page that holds more orders than its limit. */
export function findOverfull(walked: readonly Walked[]): PageFault | null {
  for (const { limit, pages } of walked.flatMap(walksOf)) {
    const over = pages.find(({ sent }) => countItems(sent) > limit);
    if (!over) continue;
    const count = countItems(over.sent);
    return {
      sents: [over.sent],
      told: seen.text(
        `Asked for ${limit} orders, got ${count}.`,
        `要 ${limit} 个订单，得到 ${count} 个。`,
      ),
    };
  }
  return null;
}

/** Returns the fault if an order appears twice or on no page, or if the pages depend on the limit. */
export function findGap({ short, long }: Walked): PageFault | null {
  for (const walk of [short, long]) {
    const numbers = numbersOf(walk);
    const twice = numbers.find((number, at) => numbers.indexOf(number) < at);
    if (twice === undefined) continue;
    return {
      sents: sentsOf(walk),
      isInner: true,
      told: seen.text(
        `The list “${walk.filter}” by pages of ${walk.limit} holds ${twice} twice.`,
        `列表“${walk.filter}”按每页 ${walk.limit} 个翻页，${twice} 出现两次。`,
      ),
    };
  }
  const [shorts, longs] = [numbersOf(short), numbersOf(long)];
  const at = firstDifference(shorts, longs);
  // Nothing to compare when one walk covered less, or when another rule reports that it ended too early.
  if (at === null || at === longs.length) return null;
  if (at === shorts.length && !short.isWhole) return null;
  const [came = "nothing", other = "nothing"] = [shorts[at], longs[at]];
  return {
    sents: [...sentsOf(short), ...sentsOf(long)],
    isInner: at < shorts.length,
    told: seen.text(
      `The list “${short.filter}”: order ${at + 1} is ${came} by pages of ${short.limit}, and ${other} by pages of ${long.limit}.`,
      `列表“${short.filter}”：每页 ${short.limit} 个时第 ${at + 1} 个是 ${came}，每页 ${long.limit} 个时是 ${other}。`,
    ),
  };
}

/** Returns the fault of a page that reports wrongly whether another follows. */
export function findLie(walked: Walked): PageFault | null {
  for (const walk of walksOf(walked)) {
    const empty = walk.pages.findIndex((page, at) => isEmptyPromise(page, at));
    if (empty < 0) continue;
    const before = walk.pages[Math.max(empty - 1, 0)]!;
    return {
      sents: [before.sent, walk.pages[empty]!.sent],
      told: seen.text(
        `The list “${walk.filter}”, limit ${walk.limit}: a page promises a next page, and page ${empty + 1} is empty.`,
        `列表“${walk.filter}”，limit ${walk.limit}：前一页说有下一页，第 ${empty + 1} 页却是空的。`,
      ),
    };
  }
  const { short, long } = walked;
  const [hidden] = newBehind(short);
  if (hidden !== undefined) {
    const last = short.pages.at(-1)!;
    return lieOf(short, hidden, [last.sent, short.behind!.sent]);
  }
  const beyond = numbersOf(short)[long.orders.length];
  if (!long.isWhole || beyond === undefined) return null;
  return firstDifference(numbersOf(short), numbersOf(long)) === long.orders.length
    ? lieOf(long, beyond, [...sentsOf(long), ...sentsOf(short)])
    : null;
}

function lieOf(walk: Walk, hidden: string, sents: readonly Sent[]): PageFault {
  const [list, page] = [walk.filter, walk.pages.length];
  return {
    sents,
    told: seen.text(
      `The list “${list}”, limit ${walk.limit}: page ${page} says that no page follows, yet ${hidden} comes behind it.`,
      `列表“${list}”，limit ${walk.limit}：第 ${page} 页说没有下一页，后面却还有 ${hidden}。`,
    ),
  };
}

/** Returns the numbers of orders that appear only after the page that the webhook reported as the last. */
export function newBehind(walk: Walk): string[] {
  const known = new Set(numbersOf(walk));
  const behind = walk.behind ? ordersIn(walk.behind) : [];
  return behind.map((one) => one.order_number).filter((number) => !known.has(number));
}

/** A first page that holds nothing and promises more, or a later one that was promised and is empty. */
function isEmptyPromise({ answer, sent }: Asked, at: number): boolean {
  if (answer?.kind === "refusal") return at > 0;
  if (answer?.kind !== "orders" || countItems(sent) > 0) return false;
  return at > 0 || answer.hasNextPage;
}

/** Returns where two lists first differ or one ends; `null` if they match as far as both were walked. */
function firstDifference(some: readonly string[], others: readonly string[]): number | null {
  const length = Math.max(some.length, others.length);
  for (let at = 0; at < length; at += 1) if (some[at] !== others[at]) return at;
  return null;
}
