import { broken, kept, type Verdict } from "../inspection/finding.ts";
import type { Inspection } from "../inspection/inspection.ts";
import { reactionOf } from "../inspection/reaction.ts";
import { seen } from "../inspection/seen.ts";
import { testRecipe } from "./test.ts";

/** The most queries that Meetbot has under way to one endpoint. */
export const AT_ONCE = 10;

/** Sends ten `test` queries at once, once per run; the webhook must answer each. */
export function checkParallel(inspection: Inspection): Promise<Verdict> {
  return inspection.once("parallel", async () => {
    const recipes = Array.from({ length: AT_ONCE }, () => testRecipe(inspection));
    const sents = await inspection.askAtOnce(recipes);
    const bad = sents.filter((sent) => reactionOf(sent) !== "answered");
    const [first] = bad;
    if (!first) return kept(sents);
    const [came, good] = [seen.came(first), AT_ONCE - bad.length];
    return broken(
      bad,
      seen.text(
        `Of ${AT_ONCE} at once ${good} were answered. ${came.en}`,
        `同时发送 ${AT_ONCE} 个，回答了 ${good} 个。${came.zh}`,
      ),
    );
  });
}
