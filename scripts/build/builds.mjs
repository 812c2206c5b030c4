// The folder of builds: each lies in a folder named by its content, and `current.json` names the newest one and the
// files it was made of. Plain JavaScript on purpose, as checkout-build.mjs is.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renewStamps } from "./file-stamps.mjs";

/** Returns the folder of the current build if the files it was made of are unchanged, else `null`. */
export function findFreshBuild(builds, workspace) {
  const current = readCurrent(builds);
  if (current === null || !existsSync(join(builds, current.name))) return null;
  const files = renewStamps(workspace, current.files);
  if (files === null) return null;
  if (files !== current.files) tryToSave(builds, { ...current, files });
  return join(builds, current.name);
}

/** Returns the name and the files of the current build, or `null` where there is none. */
export function readCurrent(builds) {
  try {
    return JSON.parse(readFileSync(join(builds, "current.json"), "utf8"));
  } catch {
    return null;
  }
}

/** Makes a build the current one. A concurrent reader gets the previous build or this one, never half of it. */
export function saveCurrent(builds, current) {
  const file = join(builds, `current-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(current));
  renameSync(file, join(builds, "current.json"));
}

/** A checkout that belongs to somebody else can still be run: the files are compared again at the next start. */
function tryToSave(builds, current) {
  try {
    saveCurrent(builds, current);
  } catch {
    // Not ours to write.
  }
}
