import type { Capabilities } from "@meetbot/protocol";
import { kept, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { seen } from "../../inspection/seen.ts";
import type { Case } from "../case.ts";
import { reach } from "../test.ts";

/** Returns the capabilities of extension 1 that the webhook declared, or null if it declared none. */
export async function findDeclared(inspection: Inspection): Promise<Capabilities | null> {
  const { answer } = await reach(inspection);
  return (answer?.kind === "test" && answer.capabilities) || null;
}

/** A field that is not used cannot be wrong, so a webhook that declares nothing gets no findings. */
export async function keptUnused(inspection: Inspection): Promise<Verdict> {
  const { sent } = await reach(inspection);
  return kept(
    [sent],
    seen.text("It is not declared, and no answer has it.", "没有声明，回答里也没有。"),
  );
}

/** Reports a skipped test as skipped only if the webhook declares the group of fields; otherwise the rule is kept. */
export const whereUsed =
  (group: Capabilities["fields"][number], test: Case): Case =>
  async (inspection) => {
    const verdict = await test(inspection);
    if (verdict.status !== "skipped" || verdict.comesFirst !== null) return verdict;
    const declared = await findDeclared(inspection);
    return declared?.fields.includes(group) ? verdict : keptUnused(inspection);
  };

/** Looks at orders and at packages: the first flaw of either counts, and either is enough to look at. */
export const ofBoth =
  (orders: Case, packages: Case): Case =>
  async (inspection) => {
    const first = await orders(inspection);
    if (first.status === "broken") return first;
    const second = await packages(inspection);
    if (second.status === "broken" || first.status === "skipped") return second;
    return { ...first, exchanges: [...first.exchanges, ...second.exchanges] };
  };

/**
 * Returns the parts of a list as the merchant wrote them, each with its JSON Pointer; empty if the value is not a list.
 */
export function partsOf(
  list: unknown,
  pointer: string,
): { part: Record<string, unknown>; place: string }[] {
  const parts: unknown[] = Array.isArray(list) ? list : [];
  return parts.map((part, at) => ({
    part: typeof part === "object" && part !== null ? (part as Record<string, unknown>) : {},
    place: `${pointer}/${at}`,
  }));
}

/** As good as absent. */
export const isAbsent = (value: unknown): boolean => value == null || value === "";
