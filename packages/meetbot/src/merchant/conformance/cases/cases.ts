import type { RuleId } from "../rule-ids.ts";
import type { Case } from "./case.ts";
import { limitsCases } from "./limits.ts";
import { ordersCases } from "./orders.ts";
import { packagesCases } from "./packages.ts";
import { robustnessCases } from "./robustness.ts";
import { securityCases } from "./security.ts";
import { testCases } from "./test.ts";

/** How each rule is tested, but for the one that needs no webhook. */
export const cases: Readonly<Record<Exclude<RuleId, "limits.public-url">, Case>> = {
  ...testCases,
  ...securityCases,
  ...ordersCases,
  ...packagesCases,
  ...robustnessCases,
  ...limitsCases,
};
