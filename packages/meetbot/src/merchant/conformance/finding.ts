import type { Locale } from "../../model/bot.ts";
import type { Sent } from "./inspection.ts";
import type { RuleId } from "./rule-ids.ts";

/** The same in each language a merchant may read it in. */
export type Said = Readonly<Record<Locale, string>>;

/** What testing one rule came to. `warn`: a rule that should be kept is broken. */
export interface Finding {
  rule: RuleId;
  status: "pass" | "fail" | "warn" | "skipped";
  /** What was seen, or why nothing was tested; may hold the merchant's own data, never a secret. */
  detail: Said | null;
  /** The place in the body of the answer (RFC 6901). */
  pointer: string | null;
  /** What went and what came; where the rule is broken, only what shows it. */
  exchanges: readonly Sent[];
  /** How long it took to test, or its longest exchange. */
  durationMs: number;
}

/** What a case says of its rule. */
export interface Verdict {
  status: "kept" | "broken" | "skipped";
  /** The rule that has to be kept before this one can be tested. */
  comesFirst: RuleId | null;
  detail: Said | null;
  pointer: string | null;
  exchanges: readonly Sent[];
}

export function kept(exchanges: readonly Sent[], detail: Said | null = null): Verdict {
  return { status: "kept", comesFirst: null, detail, pointer: null, exchanges };
}

export function broken(
  exchanges: readonly Sent[],
  detail: Said,
  pointer: string | null = null,
): Verdict {
  return { status: "broken", comesFirst: null, detail, pointer, exchanges };
}

/** Not tested, because something is not known or not there. */
export function skipped(detail: Said): Verdict {
  return { status: "skipped", comesFirst: null, detail, pointer: null, exchanges: [] };
}

/** Not tested, because another rule is broken and tells of it. */
export function skippedFor(rule: RuleId): Verdict {
  const detail = {
    en: `Not tested: ${rule} comes first.`,
    zh: `未测试：先解决 ${rule}。`,
  };
  return { ...skipped(detail), comesFirst: rule };
}
