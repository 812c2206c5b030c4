import type { CasesOf } from "../case.ts";
import { minorUnitCases } from "./minor-units.ts";
import { newestFirstCases } from "./newest-first.ts";
import { orderAmountCases } from "./order-amounts.ts";
import { orderContentCases } from "./order-contents.ts";
import { orderEndCases } from "./order-ends.ts";
import { orderListCases } from "./order-lists.ts";
import { orderLookupCases } from "./order-lookups.ts";
import { orderNumberCases } from "./order-numbers.ts";
import { orderPageCases } from "./order-pages.ts";
import { orderStrangerCases } from "./order-strangers.ts";
import { wholeUnitCases } from "./whole-units.ts";

export const ordersCases: CasesOf<"orders"> = {
  ...orderLookupCases,
  ...orderNumberCases,
  ...orderStrangerCases,
  ...orderPageCases,
  ...orderEndCases,
  ...newestFirstCases,
  ...orderListCases,
  ...orderAmountCases,
  ...minorUnitCases,
  ...wholeUnitCases,
  ...orderContentCases,
};
