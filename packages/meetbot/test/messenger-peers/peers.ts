import { findApart, installApart, type Versions } from "../../../../scripts/install-apart.ts";

/** A client of others; with axios and lodash behind it, and no part of the workspace. */
const versions: Versions = { "messaging-api-messenger": "1.1.0" };

/** Installs it where it is not yet. */
function installPeers(): string {
  return installApart("messenger-peers", versions);
}

/** Where it is. With `CI` in the environment it is installed; else null means a skip. */
export function findPeers(): string | null {
  return process.env.CI ? installPeers() : findApart("messenger-peers", versions);
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "messaging-api-messenger is not installed: `npm run prove -- peers` brings it (15 MB below node_modules/.cache) and runs this";
