import { kept, skippedFor, type Verdict } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkRefusal, isTurnedAway } from "../check-answers.ts";
import { reach, testRecipe } from "../test.ts";
import { forge, isHubEnough } from "./forgeries.ts";

/** Whether a webhook remembers for as long as a request is fresh: the first one of a run is the oldest. */
export const replayCases: Pick<CasesOf<"robustness">, "robustness.replay-later"> = {
  async "robustness.replay-later"(inspection) {
    const replay = await inspection.once("replay later", async () => {
      const { sent } = await reach(inspection);
      return inspection.repeat(sent);
    });
    if (isTurnedAway(replay)) return checkLookUp(inspection, replay);
    if (!isTurnedAway(await forge(inspection, "hubRescue"))) {
      const isHub = await isHubEnough(inspection);
      return skippedFor(isHub ? "security.hub-only" : "security.hub-rescue");
    }
    const isEarly = await acceptsReplay(inspection);
    if (isEarly) return skippedFor("security.replay");
    const what = seen.text(
      `the very first request of this run once more, after ${inspection.log.length} others`,
      `这次测试的第一个请求（之后又有 ${inspection.log.length} 个请求）再发一次`,
    );
    return checkRefusal(replay, what);
  },
};

/** The first look-up of the run, which a webhook may remember otherwise than a `test`. */
async function checkLookUp(inspection: Inspection, replay: Sent): Promise<Verdict> {
  const first = inspection.log.find(
    (sent) =>
      sent.isPlain && reactionOf(sent) === "answered" && !sent.recipe.id.startsWith("test_"),
  );
  if (!first) return kept([replay]);
  const what = seen.text(
    "the first look-up of this run once more",
    "这次测试的第一个订单或包裹查询再发一次",
  );
  return checkRefusal(await inspection.repeat(first), what);
}

/** Checks whether the webhook answers the same request again at once, which another rule reports. */
async function acceptsReplay(inspection: Inspection): Promise<boolean> {
  const first = await inspection.ask(testRecipe(inspection));
  return reactionOf(await inspection.repeat(first)) === "answered";
}
