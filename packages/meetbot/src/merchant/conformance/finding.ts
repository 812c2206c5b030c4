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
  detail: Said | null;
  pointer: string | null;
  exchanges: readonly Sent[];
}

export function kept(exchanges: readonly Sent[], detail: Said | null = null): Verdict {
  return { status: "kept", detail, pointer: null, exchanges };
}

export function broken(
  exchanges: readonly Sent[],
  detail: Said,
  pointer: string | null = null,
): Verdict {
  return { status: "broken", detail, pointer, exchanges };
}

export function skipped(detail: Said): Verdict {
  return { status: "skipped", detail, pointer: null, exchanges: [] };
}
