import type { PackageStatusCode } from "@meetbot/protocol";
import type { Stage } from "./stages.ts";

/** Codes of packages that are called otherwise as stages. */
const renamed: Partial<Record<PackageStatusCode, Stage>> = {
  preparing: "processing",
  info_received: "awaiting_pickup",
  attempt_failed: "delivery_failed",
};

/** Returns the stage for a package's status code. */
export const stageOfCode = (code: PackageStatusCode | undefined): Stage | undefined =>
  code && (renamed[code] ?? (code as Stage));
