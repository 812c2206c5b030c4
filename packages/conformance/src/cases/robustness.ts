import { broken, kept, type Verdict } from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import { reactionOf } from "../inspection/reaction.ts";
import { type RequestSpec, recipeOfWire } from "../inspection/recipe.ts";
import { seen } from "../inspection/seen.ts";
import { bodyCases, brokenBodies } from "./bodies.ts";
import type { CasesOf } from "./case.ts";
import {
  checkEach,
  checkEachApart,
  checkNoAnswer,
  checkNothingFound,
  checkRefusal,
  hasLookedUp,
  isTurnedAway,
} from "./check-answers.ts";
import { testRecipe } from "./test.ts";
import { longUnknownNumber, unknownAccount, unknownNumber } from "./unknown.ts";

const pagination = { page: 1, limit: 3 };

type Params = Readonly<Record<string, unknown>>;

function wire(
  inspection: Inspection,
  method: string,
  params: Params,
  page = pagination,
): RequestSpec {
  return recipeOfWire(method, inspection.webhook.pageId, { params, pagination: page });
}

/** Signed queries that break section 1 of the protocol, each sent once. */
function wrongQueries(inspection: Inspection): Promise<Sent[]> {
  return inspection.once("wrong queries", async () => {
    const both = [
      wire(inspection, "orders", { user_account: unknownAccount(), order_number: unknownNumber() }),
      wire(inspection, "packages", {
        order_number: unknownNumber(),
        package_number: unknownNumber(),
      }),
    ];
    const neither = [wire(inspection, "orders", {}), wire(inspection, "packages", {})];
    const sents: Sent[] = [];
    for (const recipe of [...both, ...neither]) sents.push(await inspection.probe(recipe));
    return sents;
  });
}

/** Sends strange values in each field that can contain a customer's words. */
function checkValues(
  inspection: Inspection,
  accounts: readonly string[],
  numbers: readonly string[],
): Promise<Verdict> {
  const recipes = [
    ...accounts.map((account) =>
      wire(inspection, "orders", { user_account: account, filter: "open" }),
    ),
    ...numbers.flatMap((number) => [
      recipeOfWire("orders", inspection.webhook.pageId, { params: { order_number: number } }),
      wire(inspection, "packages", { package_number: number }),
    ]),
  ];
  return checkEachApart(inspection, recipes, async (recipe) => {
    const params = JSON.stringify(JSON.parse(recipe.body).params);
    return checkNothingFound(await inspection.probe(recipe), seen.text(params, params));
  });
}

/** Input that customers, later versions and strangers may send. */
export const robustnessCases: Omit<CasesOf<"robustness">, "robustness.replay-later"> = {
  async "robustness.both-keys"(inspection) {
    const sents = (await wrongQueries(inspection)).slice(0, 2);
    const what = seen.text("both keys at once", "一个同时用两个键的查询");
    return checkEach(sents, async (sent) => checkRefusal(sent, what));
  },

  async "robustness.no-key"(inspection) {
    const sents = (await wrongQueries(inspection)).slice(2);
    const what = seen.text("a query without a key", "一个没有键的查询");
    return checkEach(sents, async (sent) => checkNoAnswer(sent, what));
  },

  "robustness.empty-key": (inspection) => {
    const [number, empty] = [unknownNumber(), [null, ""]];
    const recipes = empty.flatMap((nothing) => [
      wire(inspection, "orders", { user_account: nothing, order_number: number }),
      wire(inspection, "packages", { order_number: nothing, package_number: number }),
    ]);
    return checkEach(recipes, async (recipe) => {
      const sent = await inspection.probe(recipe);
      if (hasLookedUp(sent) || reactionOf(sent) === "answered") return kept([sent]);
      const params = JSON.stringify(JSON.parse(recipe.body).params);
      return broken([sent], seen.broke(seen.text(params, params), sent));
    });
  },

  async "robustness.unknown-filter"(inspection) {
    const account = inspection.webhook.account ?? unknownAccount();
    const params = { user_account: account, filter: "returned" };
    const sent = await inspection.probe(wire(inspection, "orders", params));
    return checkNoAnswer(
      sent,
      seen.text("the filter “returned”", "一个 filter 为 “returned” 的查询"),
    );
  },

  "robustness.page-bounds": (inspection) => {
    const params = { user_account: inspection.webhook.account ?? unknownAccount(), filter: "open" };
    const pages = [
      { page: 0, limit: 3 },
      { page: 1, limit: 11 },
    ];
    return checkEach(pages, async (page) => {
      const sent = await inspection.probe(wire(inspection, "orders", params, page));
      const text = JSON.stringify(page);
      return checkNoAnswer(sent, seen.text(`the pagination ${text}`, ` pagination ${text}`));
    });
  },

  async "robustness.wrong-query-status"(inspection) {
    const sents = [...(await wrongQueries(inspection)), ...(await brokenBodies(inspection))];
    const polite = sents.filter((sent) => isTurnedAway(sent) || hasLookedUp(sent));
    const other = polite.find(
      (sent) => isTurnedAway(sent) && ![400, 422].includes(sent.exchange.httpStatus ?? 0),
    );
    return other ? broken([other], seen.came(other)) : kept(polite);
  },

  async "robustness.unknown-method"(inspection) {
    const sent = await inspection.probe(
      wire(inspection, "returns", { order_number: unknownNumber() }),
    );
    return checkNoAnswer(
      sent,
      seen.text("the method “returns”", "一个 method 为 “returns” 的查询"),
    );
  },

  async "robustness.unknown-category"(inspection) {
    const params = { test_token: "1" };
    const recipe = recipeOfWire("test", inspection.webhook.pageId, { params }, "travel");
    const what = seen.text("the category “travel”", "一个 category 为 “travel” 的查询");
    return checkNoAnswer(await inspection.probe(recipe), what);
  },

  async "robustness.unknown-fields"(inspection) {
    const { id, body } = testRecipe(inspection);
    const { request, params } = JSON.parse(body);
    const more = { later: true, list: [1, { deep: null }] };
    const extended = JSON.stringify({
      ...more,
      request: { ...request, ...more },
      params: { ...params, ...more },
    });
    const sent = await inspection.probe({ id, body: extended });
    return reactionOf(sent) === "answered" ? kept([sent]) : broken([sent], seen.came(sent));
  },

  "robustness.long-number": (inspection) => {
    const number = longUnknownNumber();
    const recipes = [
      recipeOfWire("orders", inspection.webhook.pageId, { params: { order_number: number } }),
      wire(inspection, "packages", { package_number: number }),
    ];
    return checkEach(recipes, async (recipe) => {
      const sent = await inspection.probe(recipe);
      if (hasLookedUp(sent) || reactionOf(sent) === "answered") return kept([sent]);
      return broken([sent], seen.broke(seen.text(`the number ${number}`, `单号 ${number}`), sent));
    });
  },

  "robustness.unusual-text": (inspection) =>
    checkValues(
      inspection,
      ["😀@例子.测试", "مرحبا@example.com"],
      ["订单👨‍👩‍👧", "שלום-12", "Ａ１２３"],
    ),

  "robustness.quotes": (inspection) =>
    checkValues(
      inspection,
      [`o'hara"@example.com`, `' OR '1'='1' -- @example.com`],
      [`'`, `"`, `\\`, `' OR '1'='1`, `1; --`, `') OR ('1'='1`],
    ),

  ...bodyCases,
};
