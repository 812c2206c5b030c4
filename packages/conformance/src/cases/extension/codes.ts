import {
  elementKinds,
  orderStatusCodes,
  packageStatusCodes,
  refundStatuses,
} from "@meetbot/protocol";
import { excerpt } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { type Flaw, firstFlaw, flaw } from "../flaws.ts";
import { eachRaw as eachRawOrder } from "../orders/order-answers.ts";
import { eachRaw as eachRawPackage } from "../packages/package-answers.ts";
import { isAbsent, ofBoth, partsOf, whereUsed } from "./where-used.ts";

type Coded = [pointer: string, value: unknown, codes: readonly string[]];

/** Whether codes are such as programs know. */
export const codeCases: Pick<CasesOf<"extension">, "extension.codes"> = {
  "extension.codes": whereUsed(
    "codes",
    ofBoth(
      eachRawOrder((order, pointer) =>
        unknownCode([
          [`${pointer}/status_code`, order.status_code, orderStatusCodes],
          ...partsOf(order.elements, `${pointer}/elements`).map(
            ({ part, place }): Coded => [`${place}/kind`, part.kind, elementKinds],
          ),
          ...partsOf(order.refunds, `${pointer}/refunds`).map(
            ({ part, place }): Coded => [`${place}/status`, part.status, refundStatuses],
          ),
        ]),
      ),
      eachRawPackage((pkg, pointer) =>
        unknownCode([
          [`${pointer}/package_status_code`, pkg.package_status_code, packageStatusCodes],
          ...partsOf(pkg.events, `${pointer}/events`).map(
            ({ part, place }): Coded => [`${place}/code`, part.code, packageStatusCodes],
          ),
        ]),
      ),
    ),
  ),
};

function unknownCode(values: readonly Coded[]): Flaw | null {
  return firstFlaw(values, ([pointer, value, codes]) => {
    if (isAbsent(value) || isCode(value, codes)) return null;
    const told = excerpt(JSON.stringify(value));
    return flaw(pointer, `There is no code ${told}.`, `没有代码 ${told}。`);
  });
}

/** Checks a code with Meetbot's tolerant spelling: `Out-For-Delivery` is a known code. */
function isCode(value: unknown, codes: readonly string[]): boolean {
  if (typeof value !== "string") return false;
  return codes.includes(value.trim().toLowerCase().replace(/[\s-]/g, "_"));
}
