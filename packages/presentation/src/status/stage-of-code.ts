import type { PackageStatusCode } from "@meetbot/protocol";
import type { Stage } from "./stages.ts";

/** Codes of packages that are called otherwise as stages. */
const renamed: Partial<Record<PackageStatusCode, Stage>> = {
  preparing: "processing",
  info_received: "awaiting_pickup",
  attempt_failed: "delivery_failed",
};

/** The stage that a package's code tells. */
export const stageOfCode = (code: PackageStatusCode | undefined): Stage | undefined =>
  code && (renamed[code] ?? (code as Stage));
