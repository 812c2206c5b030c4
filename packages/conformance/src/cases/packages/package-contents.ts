import { broken, kept } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { packagesIn } from "../../inspection/known.ts";
import type { CasesOf } from "../case.ts";
import { badLink, type Flaw, firstFlaw, flaw } from "../flaws.ts";
import { rawItems } from "../raw-items.ts";
import { findAsked, withPackages } from "./package-answers.ts";

type ContentRule = "packages.number-as-string" | "packages.dates" | "packages.links";

/** Looks at each package as the merchant wrote it. */
const eachRaw =
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

const ids = ["order_number", "package_number", "tracking_number"] as const;

/** How a package is written. */
export const packageContentCases: Pick<CasesOf<"packages">, ContentRule> = {
  "packages.number-as-string": eachRaw((pkg, pointer) => {
    const id = ids.find((key) => typeof pkg[key] === "number");
    if (!id) return null;
    return flaw(`${pointer}/${id}`, "It is a number, without quotes.", "它是不带引号的数字。");
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
