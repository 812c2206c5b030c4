import { type Package, sameNumber } from "@meetbot/protocol";
import { broken, kept, skipped, skippedFor, type Verdict } from "../finding.ts";
import type { Inspection } from "../inspection.ts";
import {
  type Asked,
  askQuery,
  findKnownPackages,
  findNamedPackage,
  findPackages,
  packagesIn,
} from "../known.ts";
import { seen } from "../seen.ts";
import type { CasesOf } from "./case.ts";
import { countItems, judgeEach, judgeNothingFound, skipBrokenLimit } from "./judge.ts";
import { badLink, firstFlaw, flaw } from "./order-contents.ts";
import { rawItems } from "./raw-items.ts";
import { unknownNumber } from "./unknown.ts";
import { numberVariants, spellings } from "./variants.ts";

const firstPage = { page: 1, limit: 3 };

/** Packages whose numbers are tried one by one. */
const MAX_TRIED = 3;

async function findAsked(inspection: Inspection): Promise<Asked[]> {
  const named = await findNamedPackage(inspection);
  return [...(await findPackages(inspection)), ...(named ? [named] : [])];
}

/** Hands what was asked on, or says why there is nothing to judge. */
async function withAsked(
  inspection: Inspection,
  judge: (asked: Asked[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  const all = await findAsked(inspection);
  if (all.length === 0) return skipped(seen.needs("--account, --order or --package"));
  const limit = skipBrokenLimit(all.map(({ sent }) => sent));
  return limit ?? judge(all);
}

/** The same, where all of it could be read. */
function withRead(
  inspection: Inspection,
  judge: (asked: Asked[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withAsked(inspection, (all) =>
    all.some(({ answer }) => answer === null) ? skippedFor("packages.readable") : judge(all),
  );
}

const noPackages = seen.nothingThere(
  "no package is known; name one with --package, or an order that has one with --order",
  "没有已知的包裹；请用 --package 指定一个，或用 --order 指定有包裹的订单",
);

function withPackages(
  inspection: Inspection,
  judge: (packages: Package[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withRead(inspection, async () => {
    const packages = await findKnownPackages(inspection);
    return packages.length === 0 ? skipped(noPackages) : judge(packages);
  });
}

function askNumber(inspection: Inspection, packageNumber: string): Promise<Asked> {
  return askQuery(inspection, { method: "packages", packageNumber, pagination: firstPage });
}

/** A package asked for by one of its numbers must be found, and nothing else with it. */
function judgeFound(asked: Asked, number: string, pkg: Package): Verdict {
  const { sent, answer } = asked;
  const limit = skipBrokenLimit([sent]);
  if (limit) return limit;
  if (answer?.kind !== "packages") return broken([sent], seen.came(sent));
  const found = packagesIn(asked);
  const isThere = found.some((one) => one.package_number === pkg.package_number);
  const isAlone = found.every(
    (one) => sameNumber(one.package_number, number) || sameNumber(one.tracking_number, number),
  );
  if (isThere && isAlone) return kept([sent]);
  const came = found.map((one) => one.package_number).join(", ");
  return broken(
    [sent],
    seen.text(
      `Asked for ${JSON.stringify(number)}, found ${came || "nothing"}.`,
      `查询 ${JSON.stringify(number)}，得到 ${came || "空的"}。`,
    ),
    "/packages",
  );
}

/** Looks at each package as the merchant wrote it. */
const eachRaw =
  (find: (pkg: Record<string, unknown>, pointer: string) => ReturnType<typeof flaw> | null) =>
  (inspection: Inspection) =>
    withPackages(inspection, async () => {
      const read = (await findAsked(inspection)).filter((asked) => packagesIn(asked).length > 0);
      for (const { sent } of read) {
        const found = firstFlaw(rawItems(sent, "packages"), (pkg, at) =>
          find(pkg, `/packages/${at}`),
        );
        if (found) return broken([sent], found.detail, found.pointer);
      }
      return kept(read.map(({ sent }) => sent));
    });

const ids = ["order_number", "package_number", "tracking_number"] as const;

export const packagesCases: CasesOf<"packages"> = {
  "packages.readable": (inspection) =>
    withAsked(inspection, (all) => {
      const unread = all.find(({ fault }) => fault !== null);
      if (unread?.fault) {
        return broken([unread.sent], seen.unreadable(unread.fault.message), unread.fault.pointer);
      }
      const failed = all.find(({ answer }) => answer === null);
      return failed
        ? broken([failed.sent], seen.came(failed.sent))
        : kept(all.map(({ sent }) => sent));
    }),

  "packages.by-order": (inspection) =>
    withRead(inspection, async () => {
      const byOrder = await findPackages(inspection);
      if (byOrder.length === 0) return skipped(seen.needs("--account or --order"));
      return judgeEach(byOrder, async (asked) => {
        const number = "orderNumber" in asked.query ? asked.query.orderNumber : "";
        if (asked.answer?.kind !== "packages") return broken([asked.sent], seen.came(asked.sent));
        const at = packagesIn(asked).findIndex((one) => !sameNumber(one.order_number, number));
        if (at < 0) return kept([asked.sent]);
        const other = packagesIn(asked)[at]!.order_number;
        return broken(
          [asked.sent],
          seen.text(
            `Asked for ${number}, got one of ${other}.`,
            `查询 ${number}，得到 ${other} 的包裹。`,
          ),
          `/packages/${at}/order_number`,
        );
      });
    }),

  "packages.by-number": (inspection) =>
    withPackages(inspection, (packages) =>
      judgeEach(packages.slice(0, MAX_TRIED), async (pkg) =>
        judgeFound(await askNumber(inspection, pkg.package_number), pkg.package_number, pkg),
      ),
    ),

  "packages.by-tracking-number": (inspection) =>
    withPackages(inspection, async (packages) => {
      const tracked = packages.find(({ tracking_number: number }) => number !== undefined);
      const number = tracked?.tracking_number;
      if (!tracked || number === undefined) {
        return skipped(
          seen.nothingThere("no known package has a tracking number", "已知的包裹都没有运单号"),
        );
      }
      return judgeFound(await askNumber(inspection, number), number, tracked);
    }),

  "packages.unknown-number": (inspection) =>
    judgeEach(["packageNumber", "orderNumber"] as const, async (key) => {
      const number = unknownNumber();
      const asked = key === "orderNumber" ? { orderNumber: number } : { packageNumber: number };
      const { sent, answer } = await askQuery(inspection, {
        method: "packages",
        ...asked,
        pagination: firstPage,
      });
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isRefused = answer?.kind === "refusal" && answer.reason === "order_not_found";
      return isRefused ? kept([sent]) : broken([sent], seen.came(sent));
    }),

  "packages.number-spelling": (inspection) =>
    withPackages(inspection, ([pkg]) =>
      judgeEach(spellings(pkg!.package_number), async (spelling) =>
        judgeFound(await askNumber(inspection, spelling), pkg!.package_number, pkg!),
      ),
    ),

  "packages.number-exact": (inspection) =>
    withPackages(inspection, ([pkg]) =>
      judgeEach(numberVariants(pkg!.package_number), async (variant) => {
        const asked = await askNumber(inspection, variant);
        const isOther = packagesIn(asked).some(
          (one) =>
            ![one.package_number, one.tracking_number ?? ""].some(
              (number) => number.toUpperCase() === variant.toUpperCase(),
            ),
        );
        const what = seen.text(`the package number ${variant}`, `包裹号 ${variant}`);
        if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/packages");
        return countItems(asked.sent) > 0
          ? kept([asked.sent])
          : judgeNothingFound(asked.sent, what);
      }),
    ),

  "packages.limit": (inspection) =>
    withRead(inspection, async () => {
      const several = (await findPackages(inspection)).find(
        (asked) => packagesIn(asked).length > 1,
      );
      if (!several || !("orderNumber" in several.query)) {
        return skipped(
          seen.nothingThere("no known order has two packages", "已知的订单都没有两个包裹"),
        );
      }
      const { orderNumber } = several.query;
      const pagination = { page: 1, limit: 1 };
      const asked = await askQuery(inspection, { method: "packages", orderNumber, pagination });
      const limit = skipBrokenLimit([asked.sent]);
      if (limit) return limit;
      const count = countItems(asked.sent);
      const hasNext = asked.answer?.kind === "packages" && asked.answer.hasNextPage;
      if (count === 1 && hasNext) return kept([asked.sent]);
      return broken(
        [asked.sent],
        seen.text(
          `Asked for 1 of several packages, got ${count}, has_next_page is ${hasNext}.`,
          `从多个包裹里要 1 个，得到 ${count} 个，has_next_page 是 ${hasNext}。`,
        ),
        count === 1 ? "/has_next_page" : "/packages",
      );
    }),

  "packages.beyond-last-page": (inspection) =>
    withPackages(inspection, async ([pkg]) => {
      const { sent, answer } = await askQuery(inspection, {
        method: "packages",
        orderNumber: pkg!.order_number,
        pagination: { page: 99, limit: 10 },
      });
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isEmpty =
        answer?.kind === "packages" && answer.packages.length === 0 && !answer.hasNextPage;
      return isEmpty ? kept([sent]) : broken([sent], seen.came(sent));
    }),

  "packages.number-as-string": eachRaw((pkg, pointer) => {
    const id = ids.find((key) => typeof pkg[key] === "number");
    if (!id) return null;
    return flaw(`${pointer}/${id}`, `It is the number ${pkg[id]}.`, `它是数字 ${pkg[id]}。`);
  }),

  "packages.dates": eachRaw(({ exp_delivery: date }, pointer) => {
    if (date == null || date === "" || isDate(date)) return null;
    const text = JSON.stringify(date);
    return flaw(`${pointer}/exp_delivery`, `It is ${text}.`, `它是 ${text}。`);
  }),

  "packages.links": eachRaw((pkg, pointer) =>
    badLink([
      [`${pointer}/tracking_url`, pkg.tracking_url],
      [`${pointer}/image_url`, pkg.image_url],
    ]),
  ),
};

function isDate(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}
