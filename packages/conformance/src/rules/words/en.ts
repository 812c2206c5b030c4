import type { RuleId, RuleWords } from "../ids/rule-ids.ts";
import { extension } from "./en/extension.ts";
import { limits } from "./en/limits.ts";
import { orders } from "./en/orders.ts";
import { packages } from "./en/packages.ts";
import { robustness } from "./en/robustness.ts";
import { security } from "./en/security.ts";
import { test } from "./en/test.ts";

export const en: Readonly<Record<RuleId, RuleWords>> = {
  ...test,
  ...security,
  ...orders,
  ...packages,
  ...extension,
  ...robustness,
  ...limits,
};
