import type { Order, Package, Query } from "@meetbot/protocol";
import { findKnownPackages, findOrderNumbers } from "../inspection/find-by-number.ts";
import {
  broken,
  kept,
  skipped,
  skippedFor,
  softened,
  type Verdict,
} from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import { type Asked, filters, findLists, readAsked, toQuery } from "../inspection/known.ts";
import { newTestToken } from "../inspection/new-test-token.ts";
import { type RequestSpec, recipeOf } from "../inspection/recipe.ts";
import { renewId } from "../inspection/renew-id.ts";
import { excerpt, seen } from "../inspection/seen.ts";
import { limitBrokenBy } from "./check-answers.ts";
import { stoodInLine } from "./in-line.ts";
import { AT_ONCE, checkParallel } from "./parallel.ts";
import { unknownAccount, unknownNumber } from "./unknown.ts";

type Question = Parameters<typeof toQuery>[1];

/** Shared state shows only when two requests overlap, which does not happen in every round. */
const ROUNDS = 4;

const pagination = { page: 1, limit: 3 };

/** How far each round shifts its start, so that half of the queries run together with different ones. */
const STEP = 4;

/** Sends ten different queries at once, in several rounds: each must get the same answer as when sent alone. */
export async function checkOwnAnswers(inspection: Inspection): Promise<Verdict> {
  const questions = await findQuestions(inspection);
  const alone = await inspection.each(
    questions,
    async (question) => findAnswered(inspection, question) ?? askAlone(inspection, question),
  );
  const sents: Sent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turned = Array.from(
      { length: AT_ONCE },
      (_, place) => (round * STEP + place) % questions.length,
    );
    const together = await askTogether(
      inspection,
      turned.map((at) => questions[at]!),
    );
    sents.push(...together.map(({ sent }) => sent));
    for (const [place, at] of turned.entries()) {
      const asked = together[place]!;
      if (asked.sent.outcome.kind === "failed") return reportFailed(inspection, asked, alone[at]!);
      if (isSameAnswer(asked, alone[at]!)) continue;
      // The shop itself may have changed meanwhile.
      const again = await askAlone(inspection, questions[at]!);
      const isSteady = isSameAnswer(again, alone[at]!);
      if (isSteady && !isSameAnswer(asked, again)) return reportOther(asked, again);
      alone[at] = again;
    }
  }
  const times = await timesAlone(inspection, alone, sents);
  return adviseInLine(times, sents) ?? kept(sents.slice(0, AT_ONCE));
}

/**
 * Returns how long the queries take alone. Queries sent a few at a time may have been queued as well, four instead of
 * ten, so they are timed again if ten took more than twice as long.
 */
async function timesAlone(
  inspection: Inspection,
  alone: readonly Asked[],
  together: readonly Sent[],
): Promise<number[]> {
  const sents = alone.map(({ sent }) => sent);
  const isTimed = !sents.some(({ isAmongOthers }) => isAmongOthers);
  const halves = timesOf(sents).map((ms) => ms / 2);
  if (isTimed || !stoodInLine(halves, timesOf(together))) return timesOf(sents);
  const again: Sent[] = [];
  for (const { recipe } of sents) again.push(await inspection.ask(renewId(recipe)));
  return timesOf(again);
}

const timesOf = (sents: readonly Sent[]) => sents.map(({ exchange }) => exchange.durationMs);

/** A webhook that has all wait for one is no danger, and slow as soon as it is busy. */
function adviseInLine(aloneMs: readonly number[], together: readonly Sent[]): Verdict | null {
  const togetherMs = timesOf(together);
  if (!stoodInLine(aloneMs, togetherMs)) return null;
  const [one, other] = [Math.max(...aloneMs), Math.max(...togetherMs)].map(Math.round);
  const last = together.find(({ exchange }) => Math.round(exchange.durationMs) === other);
  return softened(
    broken(
      last ? [last] : together,
      seen.text(
        `Alone no query took longer than ${one} ms, with nine others at once one took ${other} ms: they seem to wait for one another.`,
        `单独查询都不超过 ${one} 毫秒，与另外九个同时查询时有一个用了 ${other} 毫秒：它们似乎在互相等待。`,
      ),
    ),
  );
}

/**
 * Returns at least ten different queries, as far as the shop's data allow. They mix everything that a webhook might
 * wrongly share between requests: accounts, pages of a list, orders, packages and filters.
 */
async function findQuestions(inspection: Inspection): Promise<Question[]> {
  const { account, otherAccount } = inspection.webhook;
  const accounts = [account, otherAccount, unknownAccount()].filter((one) => one !== undefined);
  const lists = accounts.map((userAccount) =>
    filters.map((filter): Question => ({ method: "orders", userAccount, filter, pagination })),
  );
  const packages = await findKnownPackages(inspection);
  // Orders with packages come first: two answers without packages look the same.
  const sent = packages.map((pkg) => pkg.order_number);
  const numbers = [...new Set([...sent, ...(await findOrderNumbers(inspection))])].slice(0, 2);
  const known: Question[] = [
    ...(await findSecondPage(inspection)),
    ...lists.map(([open]) => open!),
    ...numbers.map((orderNumber): Question => ({ method: "orders", orderNumber })),
    { method: "orders", orderNumber: unknownNumber() },
    ...numbers.map((orderNumber): Question => ({ method: "packages", orderNumber, pagination })),
    ...packages.slice(0, 2).map(({ package_number: packageNumber }): Question => {
      return { method: "packages", packageNumber, pagination };
    }),
    { method: "packages", packageNumber: unknownNumber(), pagination },
    ...lists.flatMap((all) => all.slice(1)),
  ];
  const tests = Array.from({ length: Math.max(1, AT_ONCE - known.length) }, (): Question => {
    return { method: "test", testToken: newTestToken() };
  });
  return [...known, ...tests];
}

/** Both pages of the first list of the account that has two. */
async function findSecondPage(inspection: Inspection): Promise<Question[]> {
  const long = (await findLists(inspection)).find(({ orders }) => orders.length > pagination.limit);
  const { account: userAccount } = inspection.webhook;
  if (long === undefined || userAccount === undefined) return [];
  const asked = { method: "orders", userAccount, filter: long.filter } as const;
  return [1, 2].map((page) => ({ ...asked, pagination: { ...pagination, page } }));
}

/** Returns a slow webhook's earlier answer to this query; null if it is not slow or did not get the query before. */
function findAnswered(inspection: Inspection, question: Question): Asked | null {
  if (!inspection.isSlow()) return null;
  const query = toQuery(inspection, question);
  const isSame = ({ body, id }: RequestSpec) => body.replace(id, query.id) === recipeOf(query).body;
  const sent = inspection.log.findLast(
    ({ isPlain, recipe, outcome }) => isPlain && outcome.kind === "received" && isSame(recipe),
  );
  return sent ? readAsked(query, sent) : null;
}

async function askAlone(inspection: Inspection, question: Question): Promise<Asked> {
  const query = toQuery(inspection, question);
  return readAsked(query, await inspection.ask(recipeOf(query)));
}

async function askTogether(
  inspection: Inspection,
  questions: readonly Question[],
): Promise<Asked[]> {
  const queries = questions.map((question) => toQuery(inspection, question));
  const sents = await inspection.askAtOnce(queries.map(recipeOf));
  return queries.map((query, at) => readAsked(query, sents[at]!));
}

/** Reports a look-up that fails among ten but not alone; if any parallel query fails, another rule reports that. */
async function reportFailed(inspection: Inspection, asked: Asked, alone: Asked): Promise<Verdict> {
  if (asked.sent.exchange.httpStatus === 429) {
    return skipped("the webhook says that it is asked too often", "webhook 表示查询太频繁");
  }
  if (alone.sent.outcome.kind === "failed") {
    return skippedFor(limitBrokenBy(alone.sent) ?? "orders.readable");
  }
  const { status } = await checkParallel(inspection);
  return status === "broken" ? skippedFor("limits.parallel") : reportOther(asked, alone);
}

function reportOther(asked: Asked, alone: Asked): Verdict {
  const what = excerpt(JSON.stringify(paramsOf(asked.query)));
  const [one, other] = [seen.came(alone.sent), seen.came(asked.sent)];
  return broken(
    [alone.sent, asked.sent],
    seen.text(
      `Asked for ${what}, alone and with nine others at once. Alone: ${one.en} Together: ${other.en}`,
      `查询 ${what}，先单独问，再与另外九个同时问。单独：${one.zh} 同时：${other.zh}`,
    ),
  );
}

function paramsOf({ id: _, pageId: __, method: ___, ...params }: Query): object {
  return params;
}

function isSameAnswer(one: Asked, other: Asked): boolean {
  return markOf(one) === markOf(other);
}

/** Returns the parts of an answer that identify its query; links and wording may change between answers. */
function markOf({ answer, fault, sent }: Asked): string {
  if (answer === null) return `${sent.exchange.httpStatus} ${fault?.message}`;
  switch (answer.kind) {
    case "test":
      return answer.testToken;
    case "orders":
      return `${answer.hasNextPage} ${answer.orders.map(markOfOrder).join("\n")}`;
    case "packages":
      return `${answer.hasNextPage} ${answer.packages.map(markOfPackage).join("\n")}`;
    case "refusal":
      return `no ${answer.code}`;
  }
}

function markOfOrder({ order_number, recipient_name, currency, summary, elements }: Order): string {
  const titles = elements.map(({ title }) => title);
  return JSON.stringify([order_number, recipient_name, currency, summary.total_cost, titles]);
}

function markOfPackage({ order_number, package_number, tracking_number }: Package): string {
  return JSON.stringify([order_number, package_number, tracking_number]);
}
