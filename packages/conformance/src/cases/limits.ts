import { CLOCK_S, clockOffsetS } from "../inspection/clock.ts";
import { findByNumber, findNamedPackage, findPackages } from "../inspection/find-by-number.ts";
import { broken, kept, type Said, skippedFor, type Verdict } from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import { findLists } from "../inspection/known.ts";
import { renewId } from "../inspection/renew-id.ts";
import { seen } from "../inspection/seen.ts";
import type { RuleIdOf } from "../rules/ids/rule-ids.ts";
import type { CasesOf } from "./case.ts";
import { limitBrokenBy } from "./check-answers.ts";
import { FAST_MS } from "./in-line.ts";
import { checkOwnAnswers } from "./own-answers.ts";
import { checkParallel } from "./parallel.ts";
import { askTest } from "./test.ts";

/** How many `test` calls to time, unless the webhook has proved slow: there may be no other queries to time. */
const TIMED_CALLS = 5;

/** Returns all exchanges sent the way Meetbot sends them, including the largest pages. */
async function plainExchanges(inspection: Inspection): Promise<Sent[]> {
  await inspection.once("all kinds", async () => {
    await findLists(inspection);
    await findByNumber(inspection);
    await findPackages(inspection);
    await findNamedPackage(inspection);
    const calls = inspection.isSlow() ? 0 : TIMED_CALLS;
    for (let call = 0; call < calls; call += 1) await askTest(inspection);
  });
  return inspection.log.filter(({ isPlain }) => isPlain);
}

/** A limit that shows in the exchanges themselves. */
const keeps =
  (rule: RuleIdOf<"limits">, tell: (sents: Sent[]) => Said | null = () => null) =>
  async (inspection: Inspection): Promise<Verdict> => {
    const sents = await plainExchanges(inspection);
    const over = sents.filter((sent) => limitBrokenBy(sent) === rule);
    const [first] = over;
    return first ? broken(over, seen.came(first)) : kept(sents, tell(sents));
  };

/** Response times and connection behavior. */
export const limitsCases: Omit<CasesOf<"limits">, "limits.public-url"> = {
  "limits.answer-time": keeps("limits.answer-time", formatTimes),

  async "limits.fast"(inspection) {
    const sents = await plainExchanges(inspection);
    if (sents.some((sent) => limitBrokenBy(sent) === "limits.answer-time")) {
      return skippedFor("limits.answer-time");
    }
    const slow = sents.filter(isSlow);
    const [first] = slow;
    // Among others it may have waited for them: alone it counts.
    const again = slow.every(({ isAmongOthers }) => isAmongOthers) && first;
    const once = again ? [await inspection.ask(renewId(again.recipe))].filter(isSlow) : slow;
    return once.length > 0 ? broken(slow, formatTimes(sents)) : kept(sents, formatTimes(sents));
  },

  "limits.size": keeps("limits.size", (sents) => {
    const sizes = sents.map(({ outcome }) =>
      outcome.kind === "received" ? Buffer.byteLength(outcome.text) : 0,
    );
    const kib = (Math.max(...sizes) / 1024).toFixed(1);
    return seen.text(`The largest answer has ${kib} KiB.`, `最大的回答有 ${kib} KiB。`);
  }),

  "limits.no-encoding": keeps("limits.no-encoding"),
  "limits.no-redirect": keeps("limits.no-redirect"),
  "limits.utf8": keeps("limits.utf8"),

  async "limits.no-byte-order-mark"(inspection) {
    const sents = await plainExchanges(inspection);
    const marked = sents.filter(
      ({ outcome }) => outcome.kind === "received" && outcome.hadByteOrderMark,
    );
    const told = seen.text("The body begins with EF BB BF.", "正文以 EF BB BF 开头。");
    return marked.length > 0 ? broken(marked, told) : kept(sents);
  },

  async "limits.keep-alive"(inspection) {
    const sents: Sent[] = [];
    for (let call = 0; call < 3; call += 1) sents.push((await askTest(inspection)).sent);
    const isReused = sents.slice(1).some(({ exchange }) => exchange.timings.connectMs === null);
    if (isReused) return kept(sents);
    return broken(
      sents,
      seen.text("Three queries in a row needed three connections.", "连续三个查询用了三个连接。"),
    );
  },

  "limits.parallel": checkParallel,
  "limits.own-answer": checkOwnAnswers,

  async "limits.clock"(inspection) {
    await plainExchanges(inspection);
    const offsetS = clockOffsetS(inspection);
    if (offsetS === null) {
      return kept([], seen.text("No answer had a Date header.", "没有一个回答带 Date 头。"));
    }
    const seconds = Math.round(Math.abs(offsetS));
    const sents = inspection.log.slice(-1);
    const [en, zh] = offsetS > 0 ? ["ahead of", "快"] : ["behind", "慢"];
    const said = seen.text(
      `By the Date header it is ${seconds} s ${en} the clock of this machine.`,
      `按 Date 头，它比本机的时钟${zh} ${seconds} 秒。`,
    );
    return Math.abs(offsetS) <= CLOCK_S ? kept(sents) : broken(sents, said);
  },

  "limits.stays-up": keeps("limits.stays-up"),
};

function isSlow({ exchange }: Sent): boolean {
  return exchange.durationMs > FAST_MS;
}

function formatTimes(sents: readonly Sent[]): Said {
  const times = sents.map(({ exchange }) => exchange.durationMs).sort((one, other) => one - other);
  const half = Math.round(times[Math.floor(times.length / 2)] ?? 0);
  const [longest, count] = [Math.round(times.at(-1) ?? 0), times.length];
  return seen.text(
    `Half of ${count} answers took ${half} ms or less; the longest took ${longest} ms.`,
    `${count} 个回答中有一半不超过 ${half} 毫秒；最长的用了 ${longest} 毫秒。`,
  );
}
