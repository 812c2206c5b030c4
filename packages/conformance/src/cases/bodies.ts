import { broken, kept } from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import { reactionOf } from "../inspection/reaction.ts";
import { seen } from "../inspection/seen.ts";
import type { CasesOf } from "./case.ts";
import { checkEach, checkNoAnswer } from "./check-answers.ts";
import { testRecipe } from "./test.ts";

type BodyRule =
  | "robustness.broken-json"
  | "robustness.body-limit"
  | "robustness.huge-body"
  | "robustness.get"
  | "robustness.still-answers";

const noQueries = ['{"request":', "[]", "null", '"text"', "{}", ""];

/** Rightly signed bodies that are no query, each sent once. */
export function brokenBodies(inspection: Inspection): Promise<Sent[]> {
  return inspection.once("broken bodies", async () => {
    const sents: Sent[] = [];
    for (const body of noQueries) {
      sents.push(await inspection.probe({ id: testRecipe(inspection).id, body }));
    }
    return sents;
  });
}

/** Cases that send something other than a query and check whether the webhook still works afterwards. */
export const bodyCases: Pick<CasesOf<"robustness">, BodyRule> = {
  async "robustness.broken-json"(inspection) {
    return checkEach(await brokenBodies(inspection), async (sent) => {
      const body = JSON.stringify(sent.recipe.body);
      return checkNoAnswer(sent, seen.text(`the body ${body}`, `正文 ${body}`));
    });
  },

  async "robustness.body-limit"(inspection) {
    const recipe = { ...testRecipe(inspection), paddingBytes: 70 * 1024 };
    const sent = await inspection.probe(recipe);
    if (reactionOf(sent) === "refused" || isCutOff(sent)) return kept([sent]);
    return broken([sent], seen.broke(seen.text("a body of 70 KiB", "一个 70 KiB 的正文"), sent));
  },

  async "robustness.huge-body"(inspection) {
    const recipe = { ...testRecipe(inspection), paddingBytes: 1024 * 1024 };
    const sent = await inspection.probe(recipe);
    const after = await inspection.ask(testRecipe(inspection));
    const survived =
      reactionOf(sent) !== "failed" && (isCutOff(sent) || reactionOf(sent) !== "silent");
    if (survived && reactionOf(after) === "answered") return kept([sent, after]);
    const what = seen.text("a body of 1 MiB", "一个 1 MiB 的正文");
    return survived
      ? broken([sent, after], seen.broke(what, after))
      : broken([sent], seen.broke(what, sent));
  },

  async "robustness.get"(inspection) {
    const { id } = testRecipe(inspection);
    const sent = await inspection.probe({ id, body: "", method: "GET" });
    return sent.exchange.httpStatus === 405 ? kept([sent]) : broken([sent], seen.came(sent));
  },

  async "robustness.still-answers"(inspection) {
    const sent = await inspection.ask(testRecipe(inspection));
    return reactionOf(sent) === "answered" ? kept([sent]) : broken([sent], seen.came(sent));
  },
};

/** The webhook closed the connection while it was being sent too much. */
function isCutOff({ outcome }: Sent): boolean {
  return outcome.kind === "failed" && outcome.reason === "connection_failed";
}
