import type { SignatureHeader } from "@meetbot/protocol";
import { broken, kept, skippedFor, type Verdict } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { readAsked, toQuery } from "../../inspection/known.ts";
import { newTestToken } from "../../inspection/new-test-token.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { recipeOf } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, checkEachApart, checkRefusal, isTurnedAway } from "../check-answers.ts";
import { askTest, isEchoed, reach, testRecipe } from "../test.ts";
import { type ForgeryName, forge, forgeries, isHubEnough } from "./forgeries.ts";
import { guessSecretUse } from "./guess-secret-use.ts";
import {
  checkCached,
  checkReplay,
  checkReplayAtOnce,
  checkReplayedLookUps,
  checkRewrittenReplay,
  lookUpRecipes,
} from "./look-ups.ts";
import { refusalCases } from "./refusals.ts";
import { checkEdge, weakCheckCases } from "./weak-checks.ts";

const refuses = (name: ForgeryName) => async (inspection: Inspection) =>
  checkRefusal(await forge(inspection, name), forgeries[name].what);

/**
 * For requests that a webhook cannot refuse when it checks `X-Hub-Signature` alone, as the origin document describes:
 * one warning reports that, and ten would repeat it.
 */
const unlessHubDecides =
  (judge: (inspection: Inspection) => Promise<Verdict>) => async (inspection: Inspection) => {
    const verdict = await judge(inspection);
    if (verdict.status !== "broken") return verdict;
    if (isTurnedAway(await forge(inspection, "hubRescue"))) return verdict;
    return skippedFor(
      (await isHubEnough(inspection)) ? "security.hub-only" : "security.hub-rescue",
    );
  };

const needsHeader = (header: SignatureHeader) => async (inspection: Inspection) => {
  const sent = await inspection.probe({ ...testRecipe(inspection), headers: { [header]: null } });
  return checkRefusal(sent, seen.text(`a query without ${header}`, `一个没有 ${header} 的查询`));
};

/** Far beyond the tolerance, and just beyond it. */
const refusesBeyond =
  (name: "stale" | "future", sign: 1 | -1) => async (inspection: Inspection) => {
    const verdict = await refuses(name)(inspection);
    return verdict.status === "kept" ? checkEdge(inspection, sign) : verdict;
  };

/** Malformed values, each for one header while the others stay valid; only forms that HTTP can transmit. */
const malformed: [header: SignatureHeader, value: string][] = [
  ["webhook-signature", ""],
  ["webhook-signature", "junk"],
  ["webhook-signature", "v1,"],
  ["webhook-signature", "v1,%%%"],
  ["webhook-signature", `v1,${"0".repeat(64)}`],
  // A text comparison may accept only ASCII, or only the expected length.
  ["webhook-signature", `v1,${"é".repeat(44)}`],
  ["webhook-signature", `v2,${"A".repeat(43)}=`],
  ["webhook-signature", `${"x".repeat(2_000)}`],
  ["webhook-timestamp", ""],
  ["webhook-timestamp", "yesterday"],
  ["webhook-timestamp", "9".repeat(30)],
  ["webhook-id", ""],
];

export const securityCases: CasesOf<"security"> = {
  async "security.valid-signature"(inspection) {
    const { sent } = await reach(inspection);
    const status = sent.exchange.httpStatus;
    if (status !== 401 && status !== 403) return kept([sent]);
    const guess = await guessSecretUse(inspection);
    return broken([sent], guess ?? seen.came(sent));
  },

  "security.unsigned": refuses("unsigned"),

  "security.unsigned-data": async (inspection) => {
    const verdict = await checkEach(lookUpRecipes(inspection), async (recipe) =>
      checkRefusal(
        await inspection.probe({ ...recipe, signedWith: "nothing" }),
        seen.text("an unsigned query for orders or packages", "一个未签名的订单或包裹查询"),
      ),
    );
    return verdict.status === "kept" ? checkCached(inspection) : verdict;
  },

  "security.missing-id": unlessHubDecides(needsHeader("webhook-id")),
  "security.missing-timestamp": unlessHubDecides(needsHeader("webhook-timestamp")),
  "security.missing-signature": unlessHubDecides(needsHeader("webhook-signature")),
  "security.wrong-secret": refuses("wrongSecret"),
  "security.altered-body": refuses("alteredBody"),
  "security.altered-id": unlessHubDecides(refuses("alteredId")),
  "security.stale": unlessHubDecides(refusesBeyond("stale", 1)),
  "security.future": unlessHubDecides(refusesBeyond("future", -1)),

  "security.replay": unlessHubDecides(async (inspection) => {
    const first = await inspection.ask(testRecipe(inspection));
    if (reactionOf(first) !== "answered") return broken([first], seen.came(first));
    for (const check of [checkReplay, checkRewrittenReplay]) {
      const verdict = await check(inspection, first);
      if (verdict.status !== "kept") return verdict;
    }
    const verdict = await checkReplayedLookUps(inspection);
    return verdict.status === "kept" ? checkReplayAtOnce(inspection) : verdict;
  }),

  async "security.second-attempt"(inspection) {
    const recipe = testRecipe(inspection);
    // If the webhook had closed a kept-alive connection, the first attempt is sent again, dated a second later.
    const first = await inspection.ask({ ...recipe, ageS: 2 });
    if (reactionOf(first) !== "answered") return broken([first], seen.came(first));
    return checkAnswered([first, await inspection.ask(recipe)]);
  },

  async "security.rotation"(inspection) {
    return checkAnswered([await inspection.ask({ ...testRecipe(inspection), wrongFirst: true })]);
  },

  async "security.raw-bytes"(inspection) {
    const { id, body } = testRecipe(inspection);
    const spaced = JSON.stringify(JSON.parse(body), null, 2);
    const sent = await inspection.ask({ id, body: spaced });
    if (reactionOf(sent) === "answered") return kept([sent]);
    const what = seen.text(
      "a rightly signed query with line breaks and spaces in its JSON",
      "一个签名正确、JSON 中有换行和空格的查询",
    );
    return broken([sent], seen.broke(what, sent));
  },

  async "security.split-body"(inspection) {
    const query = toQuery(inspection, { method: "test", testToken: `${newTestToken()}é中` });
    const sent = await inspection.ask({ ...recipeOf(query), isInParts: true });
    if (isEchoed(readAsked(query, sent))) return kept([sent]);
    const whole = await askTest(inspection, `${newTestToken()}é中`);
    if (!isEchoed(whole)) return skippedFor("test.token-verbatim");
    const what = seen.text(
      "a query whose body came in two parts, cut within a letter",
      "一个正文分两段到达、从一个字符中间断开的查询",
    );
    return broken([sent], seen.broke(what, sent));
  },

  "security.hub-only": refuses("hubOnly"),

  async "security.hub-rescue"(inspection) {
    const verdict = await refuses("hubRescue")(inspection);
    const isTold = verdict.status === "broken" && (await isHubEnough(inspection));
    return isTold ? skippedFor("security.hub-only") : verdict;
  },

  "security.malformed": unlessHubDecides((inspection) =>
    checkEachApart(inspection, malformed, async ([header, value]) => {
      const shown = value.length > 40 ? `${value.slice(0, 20)}…` : JSON.stringify(value);
      const recipe = { ...testRecipe(inspection), headers: { [header]: value } };
      return checkRefusal(
        await inspection.probe(recipe),
        seen.text(`${header}: ${shown}`, `${header}: ${shown}`),
      );
    }),
  ),

  "security.long-list": unlessHubDecides(refuses("longList")),
  "security.plain-hash": refuses("plainHash"),

  ...weakCheckCases,

  ...refusalCases,
};

function checkAnswered(sents: readonly Sent[]): Verdict {
  const last = sents.at(-1)!;
  return reactionOf(last) === "answered" ? kept(sents) : broken(sents, seen.came(last));
}
