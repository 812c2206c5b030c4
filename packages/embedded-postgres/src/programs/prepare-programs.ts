import { constants, existsSync } from "node:fs";
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** PostgreSQL as npm installs it: `native/{bin,lib,share}`. */
export interface ProgramPackage {
  folder: string;
  version: string;
}

/** A link that a library needs and an npm package cannot carry; both are paths in the package. */
interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Makes the programs runnable and returns their folder: the package's own, or a copy (60 MB, made once) if the package
 * is read-only or if root's server, which does not run as root, cannot reach it.
 */
export async function preparePrograms(found: ProgramPackage, copies: string): Promise<string> {
  const reachable =
    process.getuid?.() !== 0 || (await isOpenToAll(join(found.folder, "native/bin")));
  if (reachable && (await linkLibraries(found.folder))) return found.folder;
  return copyOnce(found, copies);
}

/** Checks whether all users of this machine may enter the folder and all of its parents. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & constants.S_IXOTH) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isOpenToAll(parent);
}

/**
 * Links the libraries as the package's install script does, because npm may be set to run no scripts. Replaces broken
 * links. Returns false if the folder is read-only.
 */
async function linkLibraries(folder: string): Promise<boolean> {
  for (const { source, target } of await readLinks(folder)) {
    const link = join(folder, target);
    try {
      if (!existsSync(link)) await rm(link, { force: true });
      await symlink(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

async function readLinks(folder: string): Promise<LibraryLink[]> {
  const list = join(folder, "native/pg-symlinks.json");
  return existsSync(list) ? JSON.parse(await readFile(list, "utf8")) : [];
}

/**
 * Copies the package, and renames the copy only when it is complete, so that concurrent processes cannot harm each
 * other.
 */
async function copyOnce({ folder, version }: ProgramPackage, copies: string): Promise<string> {
  const copy = join(copies, `postgresql-${version}`);
  if (existsSync(copy)) {
    await linkLibraries(copy);
    return copy;
  }
  await mkdir(copies, { recursive: true, mode: 0o755 });
  const half = await mkdtemp(`${copy}-`);
  try {
    // Recreate the links: copied links would point to the package, which may be gone tomorrow.
    const filter = async (path: string) => !(await lstat(path)).isSymbolicLink();
    await cp(join(folder, "native"), join(half, "native"), { recursive: true, filter });
    await linkLibraries(half);
    await chmod(half, 0o755);
    await rename(half, copy);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
