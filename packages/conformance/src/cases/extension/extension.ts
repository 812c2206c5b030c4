import {
  accountKinds,
  contextKinds,
  fieldGroups,
  pushKinds,
  type QueryContext,
  type TestQuery,
} from "@meetbot/protocol";
import { findByNumber, findPackages } from "../../inspection/find-by-number.ts";
import { broken, kept, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, askQuery, findLists, ordersIn, packagesIn } from "../../inspection/known.ts";
import { fieldsOf } from "../../inspection/reaction.ts";
import { excerpt, seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, skipBrokenLimit } from "../check-answers.ts";
import { type Flaw, firstFlaw, flaw } from "../flaws.ts";
import { reach } from "../test.ts";
import { unknownNumber } from "../unknown.ts";
import { codeCases } from "./codes.ts";
import { moneyCases } from "./money.ts";
import { parcelCases } from "./parcels.ts";
import { findDeclared, isAbsent, keptUnused } from "./where-used.ts";

const known: Readonly<Record<string, readonly string[]>> = {
  accounts: accountKinds,
  context: contextKinds,
  fields: fieldGroups,
  pushes: pushKinds,
};

/** Two customers of other lands. */
const contexts = [
  { locale: "zh-Hant", timeZone: "Asia/Shanghai" },
  { locale: "de", timeZone: "Europe/Berlin" },
] as const satisfies readonly QueryContext[];

export const extensionCases: CasesOf<"extension"> = {
  async "extension.capabilities"(inspection) {
    const { sent } = await reach(inspection);
    const said = sent.outcome.kind === "received" ? fieldsOf(sent.outcome.text) : null;
    if (isAbsent(said?.capabilities)) return keptUnused(inspection);
    const found = capabilitiesFlaw(said!.capabilities);
    return found ? broken([sent], found.detail, found.pointer) : kept([sent]);
  },

  async "extension.context"(inspection) {
    const declared = await findDeclared(inspection);
    if (!declared?.context.includes("locale")) return keptUnused(inspection);
    const lists = (await findLists(inspection)).map(({ asked }) => asked);
    const [order] = await findByNumber(inspection);
    const [packages] = await findPackages(inspection);
    const unknown = await askQuery(inspection, { method: "orders", orderNumber: unknownNumber() });
    const list = lists.find((asked) => ordersIn(asked).length > 0);
    const plain = [list, order, packages, unknown].filter((asked) => asked !== undefined);
    return checkEach([...plain.entries()], ([at, asked]) =>
      compareWith(inspection, asked, contexts[at % contexts.length]!),
    );
  },

  ...codeCases,
  ...moneyCases,
  ...parcelCases,
};

/** Finds capabilities that Meetbot would silently ignore: of the wrong form, or with unknown words. */
function capabilitiesFlaw(said: unknown): Flaw | null {
  const told = excerpt(JSON.stringify(said));
  if (typeof said !== "object" || Array.isArray(said)) {
    return flaw("/capabilities", `It is ${told}.`, `它是 ${told}。`);
  }
  return firstFlaw(Object.entries(said as object), ([key, words]) => {
    const list = known[key];
    const pointer = `/capabilities/${list ? key : ""}`.replace(/\/$/, "");
    if (!list)
      return flaw(pointer, `There is no list ${excerpt(key)}.`, `没有列表 ${excerpt(key)}。`);
    if (isAbsent(words)) return null;
    if (!Array.isArray(words)) return flaw(pointer, "It is no list.", "它不是数组。");
    const at = words.findIndex((word) => !list.includes(word));
    const word = excerpt(JSON.stringify(words[at]) ?? "");
    return at < 0
      ? null
      : flaw(`${pointer}/${at}`, `There is no word ${word}.`, `没有 ${word} 这个词。`);
  });
}

/** Sends the same query with another locale and compares the answers. */
async function compareWith(
  inspection: Inspection,
  plain: Asked,
  context: QueryContext,
): Promise<Verdict> {
  const query = plain.query as Exclude<Asked["query"], TestQuery>;
  const asked = await askQuery(inspection, { ...query, context });
  const limit = skipBrokenLimit([plain.sent, asked.sent]);
  if (limit) return limit;
  const { locale } = context;
  if (contentsOf(plain) === contentsOf(asked)) return kept([plain.sent, asked.sent]);
  const what = seen.text(
    `the same query with the locale ${locale}, which was answered otherwise than without`,
    `加上 locale ${locale} 的同一个查询，得到的回答与不加时不同`,
  );
  return broken([plain.sent, asked.sent], seen.broke(what, asked.sent));
}

/** Returns what must not depend on the reader's language: which orders and packages were found, and the totals. */
function contentsOf(asked: Asked): string {
  const { answer, fault } = asked;
  return JSON.stringify([
    answer?.kind ?? fault?.code ?? null,
    answer?.kind === "refusal" ? answer.reason : null,
    ordersIn(asked).map((one) => [one.order_number, one.currency, one.summary.total_cost]),
    packagesIn(asked).map((one) => one.package_number),
  ]);
}
