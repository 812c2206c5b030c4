import type { RuleId, RuleWords } from "../ids/rule-ids.ts";
import { extension } from "./zh/extension.ts";
import { limits } from "./zh/limits.ts";
import { orders } from "./zh/orders.ts";
import { packages } from "./zh/packages.ts";
import { robustness } from "./zh/robustness.ts";
import { security } from "./zh/security.ts";
import { test } from "./zh/test.ts";

export const zh: Readonly<Record<RuleId, RuleWords>> = {
  ...test,
  ...security,
  ...orders,
  ...packages,
  ...extension,
  ...robustness,
  ...limits,
};
