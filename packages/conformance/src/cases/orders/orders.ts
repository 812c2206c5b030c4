import type { CasesOf } from "../case.ts";
import { orderAmountCases } from "./order-amounts.ts";
import { orderContentCases } from "./order-contents.ts";
import { orderListCases } from "./order-lists.ts";
import { orderLookupCases } from "./order-lookups.ts";
import { orderPageCases } from "./order-pages.ts";

export const ordersCases: CasesOf<"orders"> = {
  ...orderLookupCases,
  ...orderPageCases,
  ...orderListCases,
  ...orderAmountCases,
  ...orderContentCases,
};
