import { execFile } from "node:child_process";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { publishedPackages, workspace } from "./production-parts.mjs";

const run = promisify(execFile);

/** A package as `npm pack` makes it. */
export interface Archive {
  name: string;
  version: string;
  path: string;
}

/** Packs whatever is published into a folder, in an order in which each comes after those that it needs. */
export async function packAll(folder: string): Promise<Archive[]> {
  const archives: Archive[] = [];
  // One after the other: each builds what it takes of those before, in their folders.
  for (const source of Object.values(publishedPackages)) {
    archives.push(await pack(join(workspace, source), folder));
  }
  return archives;
}

async function pack(source: string, folder: string, ...options: string[]): Promise<Archive> {
  const args = ["pack", "--silent", "--pack-destination", folder, ...options];
  const { stdout } = await run("npm", args, { cwd: source, maxBuffer: 16 * 1024 * 1024 });
  const { name, version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const file = stdout.trimEnd().split("\n").at(-1) ?? "";
  return { name, version, path: join(folder, file) };
}

/** The same archive as it would be under another version, in the same folder. */
export async function relabel(archive: Archive, version: string): Promise<Archive> {
  const aside = await mkdtemp(join(tmpdir(), "meetbot-archive-"));
  try {
    await run("tar", ["-xzf", archive.path, "-C", aside]);
    const source = join(aside, "package");
    const manifest = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (name in publishedPackages) manifest.dependencies[name] = version;
    }
    await writeFile(join(source, "package.json"), JSON.stringify({ ...manifest, version }));
    const packed = await pack(source, aside, "--ignore-scripts");
    const path = join(archive.path, "..", packed.path.slice(aside.length + 1));
    await rename(packed.path, path);
    return { ...packed, path };
  } finally {
    await rm(aside, { recursive: true });
  }
}
