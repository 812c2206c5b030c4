import { readRules } from "../src/recognition/apply-rules.ts";
import { splitClauses } from "../src/recognition/clauses.ts";
import { findConcepts } from "../src/recognition/features/concepts.ts";
import { isOrder } from "../src/recognition/is-order.ts";
import { mask } from "../src/recognition/mask.ts";
import type { Script } from "../src/recognition/model/intent-model.ts";
import { scriptOf } from "../src/recognition/signs.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import type { DevelopmentLine } from "./development-lines.ts";

/** How often each rule of orders and parcels held with nothing against it, and how often it was right. */
export function countRules(
  lines: readonly DevelopmentLine[],
  script: Script,
): Record<string, { held: number; right: number }> {
  const counts: Record<string, { held: number; right: number }> = {};
  for (const line of lines) {
    const { masked } = mask(normalize(line.text));
    if (scriptOf(masked) !== script) continue;
    for (const { isVetoed, ruling } of readRules(splitClauses(masked).map(findConcepts))) {
      if (isVetoed || !isOrder(ruling.intent)) continue;
      const { held, right } = counts[ruling.rule] ?? { held: 0, right: 0 };
      counts[ruling.rule] = { held: held + 1, right: right + Number(line.isOrder) };
    }
  }
  return counts;
}
