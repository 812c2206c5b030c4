import type { OperatorLocale } from "../operator-locale.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import type { Sent } from "./inspection.ts";
import type { FindingStatus } from "./run-result.ts";

/** A text in each language that a merchant may read. */
export type Said = Readonly<Record<OperatorLocale, string>>;

/** The result of testing one rule. `warn`: the webhook breaks a rule that it should follow. */
export interface Finding {
  rule: RuleId;
  status: FindingStatus;
  /** What the run observed, or why it tested nothing; may contain the merchant's own data, never a secret. */
  detail: Said | null;
  /** The place in the body of the answer (RFC 6901). */
  pointer: string | null;
  /** Options that would each supply the data needed to test the rule. */
  needs: readonly string[];
  /** The requests and responses; if the rule is broken, only those that show it. */
  exchanges: readonly Sent[];
  /** How long it took to test, or its longest exchange. */
  durationMs: number;
}

/** A case's verdict on its rule. */
export interface Verdict {
  /** `advised`: broken but harmless; a warning whatever the rule's severity. */
  status: "kept" | "broken" | "advised" | "skipped";
  /** The rule that must pass before this one can be tested. */
  comesFirst: RuleId | null;
  needs: readonly string[];
  detail: Said | null;
  pointer: string | null;
  exchanges: readonly Sent[];
}

const plain = { comesFirst: null, needs: [], detail: null, pointer: null, exchanges: [] };

/** Returns the verdict on a rule that the webhook keeps, with the exchanges that show it. */
export function kept(exchanges: readonly Sent[], detail: Said | null = null): Verdict {
  return { ...plain, status: "kept", detail, exchanges };
}

/**
 * Returns the verdict on a broken rule: what was observed, and where in the answer (a JSON Pointer), if that applies.
 */
export function broken(
  exchanges: readonly Sent[],
  detail: Said,
  pointer: string | null = null,
): Verdict {
  return { ...plain, status: "broken", detail, pointer, exchanges };
}

/** Returns the same verdict with a broken rule reduced to a warning. */
export function softened(verdict: Verdict): Verdict {
  return verdict.status === "broken" ? { ...verdict, status: "advised" } : verdict;
}

/** Not tested, because the shop has nothing to test it with. */
export function skipped(en: string, zh: string): Verdict {
  const detail = { en: `Not tested: ${en}.`, zh: `未测试：${zh}。` };
  return { ...plain, status: "skipped", detail };
}

/** Not tested, because no data of the shop was named. */
export function skippedWithout(...options: readonly string[]): Verdict {
  const [en, zh] = [options.join(" or "), options.join(" 或 ")];
  return { ...skipped(`needs ${en}`, `需要 ${zh}`), needs: options };
}

/** Returns the verdict for a rule that was not tested because another rule is broken and reports the problem. */
export function skippedFor(rule: RuleId): Verdict {
  return { ...skipped(`${rule} comes first`, `先解决 ${rule}`), comesFirst: rule };
}
