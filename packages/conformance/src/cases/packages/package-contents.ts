import type { CasesOf } from "../case.ts";
import { badLink, brokenText, flaw, markedText } from "../flaws.ts";
import { isDate } from "../moments.ts";
import { eachRaw } from "./package-answers.ts";

type ContentRule =
  | "packages.number-as-string"
  | "packages.dates"
  | "packages.links"
  | "packages.plain-texts"
  | "packages.legible-texts";

const ids = ["order_number", "package_number", "tracking_number"] as const;

const texts = ["product_name", "carrier", "package_status"] as const;

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

  "packages.plain-texts": eachRaw((pkg, pointer) =>
    markedText(texts.map((key) => [`${pointer}/${key}`, pkg[key]])),
  ),

  "packages.legible-texts": eachRaw(brokenText),

  "packages.links": eachRaw((pkg, pointer) =>
    badLink([
      [`${pointer}/tracking_url`, pkg.tracking_url],
      [`${pointer}/image_url`, pkg.image_url],
    ]),
  ),
};
