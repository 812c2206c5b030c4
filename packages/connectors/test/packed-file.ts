import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findApart, installApart, type Versions } from "../../../scripts/install-apart.ts";
import { takeLock } from "../../../scripts/take-lock.mjs";

/** One file of a package on npm, of which nothing else is needed. */
export interface PackedFile {
  /** Of the folder below node_modules/.cache. */
  name: string;
  /** `@shopware/api-client@1.6.0`, and the hash of its archive. */
  published: string;
  sha512: string;
  /** Within the package. */
  path: string;
  /** What reads it, installed beside it. */
  readers: Versions;
}

/** Fetches it and what reads it, apart from the workspace; returns the folder of both. */
function installPackedFile({ name, published, sha512, path, readers }: PackedFile): string {
  const folder = installApart(name, readers);
  const downloads = mkdtempSync(join(tmpdir(), `meetbot-${name}-`));
  const release = takeLock(`${name}-file`);
  try {
    if (existsSync(join(folder, basename(path)))) return folder;
    const args = ["pack", published, "--silent", "--pack-destination", downloads];
    const packed = execFileSync("npm", args, { cwd: folder, encoding: "utf8" }).trim();
    const archive = join(downloads, packed);
    const found = createHash("sha512").update(readFileSync(archive)).digest("base64");
    if (found !== sha512) throw new Error(`${published} is not what it was.`);
    const strip = `--strip-components=${path.split("/").length}`;
    execFileSync("tar", ["-xzf", archive, "-C", folder, strip, `package/${path}`]);
  } finally {
    release();
    rmSync(downloads, { recursive: true });
  }
  return folder;
}

/** The folder of both. With `CI` in the environment they are installed; else null means a skip. */
export function findPackedFile(file: PackedFile): string | null {
  if (process.env.CI) return installPackedFile(file);
  const folder = findApart(file.name, file.readers);
  return folder !== null && existsSync(join(folder, basename(file.path))) ? folder : null;
}
