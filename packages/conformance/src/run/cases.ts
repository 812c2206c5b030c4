import type { Case } from "../cases/case.ts";
import { extensionCases } from "../cases/extension/extension.ts";
import { limitsCases } from "../cases/limits.ts";
import { ordersCases } from "../cases/orders/orders.ts";
import { packagesCases } from "../cases/packages/packages.ts";
import { robustnessCases } from "../cases/robustness.ts";
import { replayCases } from "../cases/security/replay-later.ts";
import { securityCases } from "../cases/security/security.ts";
import { testCases } from "../cases/test.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";

/** How each rule is tested, but for the one that needs no webhook. */
export const cases: Readonly<Record<Exclude<RuleId, "limits.public-url">, Case>> = {
  ...testCases,
  ...securityCases,
  ...ordersCases,
  ...packagesCases,
  ...extensionCases,
  ...robustnessCases,
  ...replayCases,
  ...limitsCases,
};
