import { broken, kept, type Said, skippedFor, type Verdict } from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import { codeOf, fieldsOf, reactionOf } from "../inspection/reaction.ts";
import { seen } from "../inspection/seen.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";

/** Codes about accounts and orders: a webhook that returns one has looked the query up. */
const lookedUpCodes = new Set([10001, 11001, 14222, 14223]);

/** Checks whether an answer refuses an account, an order or a package: a webhook that does has accepted the request. */
export function hasLookedUp(sent: Sent): boolean {
  return reactionOf(sent) === "said_no" && lookedUpCodes.has(codeOf(sent) ?? 0);
}

/** Checks whether the webhook rejected a request properly, before looking anything up. */
export function isTurnedAway(sent: Sent): boolean {
  const reaction = reactionOf(sent);
  if (reaction === "said_no") return !hasLookedUp(sent);
  return reaction === "refused" || reaction === "redirected";
}

/** A request that must not get through. */
export function checkRefusal(sent: Sent, what: Said): Verdict {
  if (isTurnedAway(sent)) return kept([sent]);
  const gotThrough = reactionOf(sent) === "answered" || hasLookedUp(sent);
  return broken([sent], gotThrough ? seen.gotThrough(what, sent) : seen.broke(what, sent));
}

/** Passes if the webhook refused the request or said no; an answer or a failure breaks the rule. */
export function checkNoAnswer(sent: Sent, what: Said): Verdict {
  const reaction = reactionOf(sent);
  if (reaction === "refused" || reaction === "said_no") return kept([sent]);
  return broken(
    [sent],
    reaction === "answered" ? seen.gotThrough(what, sent) : seen.broke(what, sent),
  );
}

/**
 * Checks several requests that must each be refused. Returns the first that was not, or all of them. Returns a mere
 * warning only if nothing worse follows it.
 */
export async function checkEach<Item>(
  items: readonly Item[],
  judge: (item: Item) => Promise<Verdict>,
): Promise<Verdict> {
  const exchanges: Sent[] = [];
  let advice: Verdict | null = null;
  for (const item of items) {
    const verdict = await judge(item);
    if (verdict.status === "advised") advice ??= verdict;
    else if (verdict.status !== "kept") return verdict;
    exchanges.push(...verdict.exchanges);
  }
  return advice ?? kept(exchanges);
}

/**
 * Like `checkEach`, for items that do not depend on each other: with a slow webhook, a few run concurrently, and none
 * starts once one was not refused.
 */
export async function checkEachApart<Item>(
  inspection: Inspection,
  items: readonly Item[],
  judge: (item: Item) => Promise<Verdict>,
): Promise<Verdict> {
  let isOver = false;
  const verdicts = await inspection.each(items, async (item) => {
    if (isOver) return kept([]);
    const verdict = await judge(item);
    isOver ||= !["kept", "advised"].includes(verdict.status);
    return verdict;
  });
  return checkEach(verdicts, async (verdict) => verdict);
}

/** Checks a lookup with a strange value: the webhook may answer anything, but must not fail or find something. */
export function checkNothingFound(sent: Sent, what: Said): Verdict {
  const reaction = reactionOf(sent);
  if (reaction === "refused" || reaction === "said_no") return kept([sent]);
  if (reaction !== "answered") return broken([sent], seen.broke(what, sent));
  return countItems(sent) === 0 ? kept([sent]) : broken([sent], seen.gotThrough(what, sent));
}

/** How many orders or packages an answer holds. */
export function countItems({ outcome }: Sent): number {
  const fields = outcome.kind === "received" ? fieldsOf(outcome.text) : null;
  return [fields?.orders, fields?.packages].flat().filter((item) => item != null).length;
}

/** Returns the rule that reports a well-formed query without any usable response. */
export function limitBrokenBy({ outcome }: Sent): RuleId | null {
  if (outcome.kind === "received") return null;
  switch (outcome.reason) {
    case "timeout":
      return "limits.answer-time";
    case "connection_failed":
      return "limits.stays-up";
    case "redirect":
      return "limits.no-redirect";
    case "too_large":
      return "limits.size";
    case "invalid_answer":
      return "limits.no-encoding";
    case "invalid_json":
      return "limits.utf8";
    default:
      return null;
  }
}

/** Skips what another rule reports. */
export function skipBrokenLimit(sents: readonly Sent[]): Verdict | null {
  const rule = sents.map(limitBrokenBy).find((one) => one !== null);
  return rule ? skippedFor(rule) : null;
}
