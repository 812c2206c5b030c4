import { type Package, sameNumber } from "@meetbot/protocol";
import {
  findKnownPackages,
  findNamedPackage,
  findPackages,
} from "../../inspection/find-by-number.ts";
import {
  broken,
  kept,
  skippedFor,
  skippedWithout,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, askQuery, packagesIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { skipBrokenLimit } from "../check-answers.ts";
import { type Flaw, firstFlaw } from "../flaws.ts";
import { skipNoOrders } from "../orders/order-answers.ts";
import { rawItems } from "../raw-items.ts";

export const firstPage = { page: 1, limit: 3 };

/** Returns all package queries of the run: those of known orders, and the one for the given package. */
async function findAsked(inspection: Inspection): Promise<Asked[]> {
  const named = await findNamedPackage(inspection);
  return [...(await findPackages(inspection)), ...(named ? [named] : [])];
}

/** Passes the queries on, or says why there is nothing to check. */
export async function withAsked(
  inspection: Inspection,
  judge: (asked: Asked[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  const all = await findAsked(inspection);
  if (all.length === 0) return skipNoOrders(inspection, ["--account", "--order", "--package"]);
  const limit = skipBrokenLimit(all.map(({ sent }) => sent));
  return limit ?? judge(all);
}

/** Does the same as `withAsked`, but skips the rule unless every answer could be parsed. */
export function withRead(
  inspection: Inspection,
  judge: (asked: Asked[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withAsked(inspection, (all) =>
    all.some(({ answer }) => answer === null) ? skippedFor("packages.readable") : judge(all),
  );
}

/** Passes all known packages to `judge`, or skips the rule with the reason if there are none. */
export function withPackages(
  inspection: Inspection,
  judge: (packages: Package[]) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withRead(inspection, async () => {
    const packages = await findKnownPackages(inspection);
    return packages.length === 0 ? skippedWithout("--package") : judge(packages);
  });
}

/** Queries a package by the shop's number or the carrier's. */
export function askNumber(inspection: Inspection, packageNumber: string): Promise<Asked> {
  return askQuery(inspection, { method: "packages", packageNumber, pagination: firstPage });
}

/** Checks that a query by one of a package's numbers returns this package and nothing else. */
export function checkFound(asked: Asked, number: string, pkg: Package, spelled = number): Verdict {
  const { sent, answer } = asked;
  const limit = skipBrokenLimit([sent]);
  if (limit) return limit;
  if (answer?.kind !== "packages") return broken([sent], seen.askedFor(spelled, sent));
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
      `Asked for ${JSON.stringify(spelled)}, found ${came || "nothing"}.`,
      `查询 ${JSON.stringify(spelled)}，得到 ${came || "空的"}。`,
    ),
    "/packages",
  );
}

/** Looks at each package as the merchant wrote it, before anything was forgiven. */
export const eachRaw =
  (find: (pkg: Record<string, unknown>, pointer: string) => Flaw | null) =>
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
