import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Why a test is left out that needs these programs on the PATH and these files, or false. Nothing is
 * left out in CI: there the test runs, and fails where one of them is missing.
 */
export function skipWithout(...needs: readonly string[]): string | false {
  const missing = needs.find((need) => !isHere(need));
  if (missing === undefined || process.env.CI) return false;
  return missing.startsWith("/")
    ? `there is no ${missing}`
    : `there is no \`${missing}\` on the PATH`;
}

function isHere(need: string): boolean {
  if (need.startsWith("/")) return existsSync(need);
  // Any argument that ends it at once: whether it likes it does not matter.
  return spawnSync(need, ["--version"], { stdio: "ignore" }).error === undefined;
}
