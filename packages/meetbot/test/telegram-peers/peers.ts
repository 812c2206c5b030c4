import { findApart, installApart, type Versions } from "../../../../scripts/install-apart.ts";

/** A framework of others; with node-fetch behind it, and no part of the workspace. */
const versions: Versions = { grammy: "1.46.0" };

/** Installs it where it is not yet. */
function installPeers(): string {
  return installApart("telegram-peers", versions);
}

/** Where it is. With `CI` in the environment it is installed; else null means a skip. */
export function findPeers(): string | null {
  return process.env.CI ? installPeers() : findApart("telegram-peers", versions);
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "grammY is not installed: `npm run prove -- peers` brings it (3 MB below node_modules/.cache) and runs this";
