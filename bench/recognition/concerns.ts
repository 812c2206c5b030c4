import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { recognize } from "../../packages/meetbot/src/recognition/recognize.ts";
import {
  type DevelopmentLine,
  foldA,
  foldB,
  foreignRead,
  readFold,
} from "../../packages/meetbot/training/development-lines.ts";

/** What a request for an order may be beside: it is late, or the customer angry. All others are false there. */
const besideOrders: ReadonlySet<Concern> = new Set<Concern>([
  "late",
  "stuck",
  "not_here",
  "anger",
  "complaint",
]);

/** More than this share of the lines is marked, and never one line. */
const maxShare = 0.005;

/** How often each concern is read in lines of both folds that are foreign or ask for an order; `!`: too often. */
export function measureConcerns(
  folder = process.env.MEETBOT_EVAL_DIR ?? "",
): Record<string, Record<string, string>> {
  const read = (names: readonly string[]) => [...readFold(folder, names).values()].flat();
  const ofFold = { A: read(foldA), B: read(foldB) };
  const groups: Record<string, readonly DevelopmentLine[]> = {
    "foreign A": read(foreignRead).filter(({ isOrder }) => !isOrder),
    "foreign B": ofFold.B.filter(({ isFar }) => isFar),
    "orders A": ofFold.A.filter(({ isOrder }) => isOrder),
    "orders B": ofFold.B.filter(({ isOrder }) => isOrder),
  };
  const rows: Record<string, Record<string, string>> = {};
  for (const [group, lines] of Object.entries(groups)) {
    const counts = Map.groupBy(lines, ({ text }) => recognize(text).concern);
    counts.delete(null);
    for (const [concern, of] of counts) {
      const share = of.length / lines.length;
      const isFalse = group.startsWith("foreign") || !besideOrders.has(concern as Concern);
      const mark = isFalse && of.length > 1 && share > maxShare ? " !" : "";
      rows[concern ?? ""] = {
        ...rows[concern ?? ""],
        [group]: `${(100 * share).toFixed(2)} (${of.length} of ${lines.length})${mark}`,
      };
    }
  }
  return rows;
}
