import type { Order, Package, Query } from "@meetbot/protocol";
import { broken, kept, skippedFor, type Verdict } from "../inspection/finding.ts";
import type { Inspection, Sent } from "../inspection/inspection.ts";
import {
  type Asked,
  filters,
  findKnownPackages,
  findOrderNumbers,
  readAsked,
  toQuery,
} from "../inspection/known.ts";
import { newTestToken } from "../inspection/new-test-token.ts";
import { recipeOf } from "../inspection/recipe.ts";
import { excerpt, seen } from "../inspection/seen.ts";
import { unknownAccount, unknownNumber } from "./unknown.ts";

type Question = Parameters<typeof toQuery>[1];

/** Meetbot has no more queries under way to one endpoint. */
const AT_ONCE = 10;

/** What is shared shows only when two meet, and they do not meet each time. */
const ROUNDS = 4;

const pagination = { page: 1, limit: 3 };

/** Ten different queries at once, again and again: each must get what it gets alone. */
export async function checkOwnAnswers(inspection: Inspection): Promise<Verdict> {
  const questions = await findQuestions(inspection);
  const alone: Asked[] = [];
  for (const question of questions) alone.push(await askAlone(inspection, question));
  const sents: Sent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In another order each time, so that other ones meet.
    const turned = [...questions.keys()].map((at) => (at * 3 + round) % questions.length);
    const together = await askTogether(
      inspection,
      turned.map((at) => questions[at]!),
    );
    sents.push(...together.map(({ sent }) => sent));
    for (const [place, at] of turned.entries()) {
      const asked = together[place]!;
      if (asked.sent.outcome.kind === "failed") return skippedFor("limits.parallel");
      if (isSameAnswer(asked, alone[at]!)) continue;
      // The shop itself may have changed meanwhile.
      const again = await askAlone(inspection, questions[at]!);
      if (!isSameAnswer(asked, again)) return tellOther(asked, again);
      alone[at] = again;
    }
  }
  return kept(sents.slice(0, AT_ONCE));
}

/** Ten that differ from one another, as far as the shop's data go. */
async function findQuestions(inspection: Inspection): Promise<Question[]> {
  const { account, otherAccount } = inspection.webhook;
  const accounts = [account, otherAccount, unknownAccount()].filter((one) => one !== undefined);
  const lists = accounts.map((userAccount) =>
    filters.map((filter): Question => ({ method: "orders", userAccount, filter, pagination })),
  );
  const numbers = await findOrderNumbers(inspection);
  const packages = await findKnownPackages(inspection);
  const known: Question[] = [
    ...numbers.slice(0, 2).map((orderNumber): Question => ({ method: "orders", orderNumber })),
    ...packages.slice(0, 2).map(({ package_number: packageNumber }): Question => {
      return { method: "packages", packageNumber, pagination };
    }),
    ...numbers.slice(0, 2).map((orderNumber): Question => {
      return { method: "packages", orderNumber, pagination };
    }),
  ];
  const strange: Question[] = [
    { method: "orders", orderNumber: unknownNumber() },
    { method: "packages", packageNumber: unknownNumber(), pagination },
  ];
  const firsts = lists.map(([open]) => open!);
  const rest = lists.flatMap((all) => all.slice(1));
  const mixed = [...firsts, ...known.slice(0, 4), ...strange, ...rest, ...known.slice(4)];
  const tests = Array.from({ length: AT_ONCE }, (): Question => {
    return { method: "test", testToken: newTestToken() };
  });
  return [...mixed.slice(0, AT_ONCE - 1), ...tests].slice(0, AT_ONCE);
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

function tellOther(asked: Asked, alone: Asked): Verdict {
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

/** What makes an answer the one to its query; links and words may change from one time to the next. */
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
