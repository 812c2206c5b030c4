import { broken, kept, type Verdict } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { type RequestSpec, recipeOfWire, wrongSignature } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import { checkEach, checkRefusal, hasLookedUp } from "../check-answers.ts";
import { testRecipe } from "../test.ts";
import { unknownAccount, unknownNumber } from "../unknown.ts";

const pagination = { page: 1, limit: 3 };

/**
 * Returns one query for each kind of look-up, from what is known of the shop: protection of `test` alone protects
 * nothing.
 */
export function lookUpRecipes({ webhook }: Inspection): RequestSpec[] {
  const { pageId, account = unknownAccount(), orderNumber = unknownNumber() } = webhook;
  const params = { user_account: account, filter: "open" };
  const byNumber = { order_number: orderNumber };
  return [
    recipeOfWire("orders", pageId, { params, pagination }),
    recipeOfWire("orders", pageId, { params: byNumber }),
    recipeOfWire("packages", pageId, { params: byNumber, pagination }),
  ];
}

/** Sends the very bytes of a request once more: it must be refused. */
export async function checkReplay(inspection: Inspection, first: Sent): Promise<Verdict> {
  const second = await inspection.repeat(first);
  const what = seen.text("the same request a second time", "与前一个完全相同的请求");
  return { ...checkRefusal(second, what), exchanges: [first, second] };
}

/** Sends the same request with an added wrong signature: an attacker who captured it can add one to the list. */
export async function checkRewrittenReplay(inspection: Inspection, first: Sent): Promise<Verdict> {
  const { "webhook-timestamp": timestamp, "webhook-signature": list } = first.post.headers;
  const headers = {
    "webhook-timestamp": timestamp ?? "",
    "webhook-signature": `${wrongSignature} ${list}`,
  };
  const second = await inspection.probe({ ...first.recipe, headers });
  const what = seen.text(
    "the same request a second time, with a wrong signature beside the right one",
    "与前一个相同的请求，只是在正确的签名旁多了一个错误的",
  );
  return { ...checkRefusal(second, what), exchanges: [first, second] };
}

/** Enough copies to reveal a webhook that checks its replay store first and writes to it later. */
const COPIES = 4;

/** Sends the same request several times at once: the webhook may answer only one of them. */
export async function checkReplayAtOnce(inspection: Inspection): Promise<Verdict> {
  const copies = await inspection.copyAtOnce(testRecipe(inspection), COPIES);
  const answered = copies.filter(isAnswered);
  if (answered.length <= 1) return kept(copies);
  const [count, came] = [answered.length, seen.came(answered.at(-1)!)];
  return broken(
    answered,
    seen.text(
      `Of the same request ${COPIES} times at once ${count} were answered: it is remembered too late. ${came.en}`,
      `同一个请求同时发送 ${COPIES} 次，回答了 ${count} 次：记得太晚。${came.zh}`,
    ),
  );
}

/** Checks replays of those look-ups that the webhook answers, since their answers are worth capturing. */
export function checkReplayedLookUps(inspection: Inspection): Promise<Verdict> {
  return checkEach(lookUpRecipes(inspection), async (recipe) => {
    const first = await inspection.ask(recipe);
    return isAnswered(first) ? checkReplay(inspection, first) : kept([first]);
  });
}

/** Checks that a cache does not serve an answer just sent to Meetbot to a caller without a signature. */
export function checkCached(inspection: Inspection): Promise<Verdict> {
  return checkEach(lookUpRecipes(inspection), async (recipe) => {
    const first = await inspection.ask(recipe);
    if (!isAnswered(first)) return kept([first]);
    const what = seen.text(
      "a query that was answered just before, without any signature",
      "一个刚刚回答过的查询，没有任何签名",
    );
    return checkRefusal(await inspection.probe({ ...recipe, signedWith: "nothing" }), what);
  });
}

function isAnswered(sent: Sent): boolean {
  return reactionOf(sent) === "answered" || hasLookedUp(sent);
}
