import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Regexp } from "./read-regexps.ts";
import { scannerOptions, scannerVersions } from "./scanner.ts";

/** The expressions that the scanner found safe, by hash, one a line. */
export const safeListFile = new URL("safe-regexps.txt", import.meta.url);

/** 80 bits: no two expressions share them by accident. */
const hashLength = 20;
const isHash = new RegExp(`^[0-9a-f]{${hashLength}}$`);

/** Returns what stands for an expression in the list. Another version of the scanner has to scan it anew. */
export function hashRegexp({ source, flags }: Regexp): string {
  const subject = JSON.stringify([source, flags, scannerVersions, scannerOptions]);
  return createHash("sha256").update(subject).digest("hex").slice(0, hashLength);
}

/** Returns the hashes of a list. Skips what is no hash: a merge may leave its marks. */
export function readSafeList(file: URL): ReadonlySet<string> {
  if (!existsSync(file)) return new Set();
  return new Set(
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => isHash.test(line)),
  );
}

/** Writes a list, sorted, so that two branches that add to it rarely touch the same line. */
export function writeSafeList(file: URL, hashes: Iterable<string>): void {
  writeFileSync(
    file,
    [...hashes]
      .sort()
      .map((hash) => `${hash}\n`)
      .join(""),
  );
}
