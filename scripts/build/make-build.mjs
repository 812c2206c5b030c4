// Plain JavaScript on purpose, as checkout-build.mjs is.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { bundle } from "../release/bundle.mjs";
import { workspace } from "../release/production-parts.mjs";
import { takeLock } from "../take-lock.mjs";
import { findFreshBuild, readCurrent, saveCurrent } from "./builds.mjs";
import { stampFiles } from "./file-stamps.mjs";
import { removeOldBuilds } from "./remove-old-builds.mjs";

/**
 * A build takes seconds, on a very busy machine a minute. Whether the holder has ended is looked up by its id, which by
 * then may be another process's.
 */
const abandonedAfterMs = 600_000;

/** What decides on a build beside the code: where imports lead, and how it is built. */
const alsoRead = () => [
  ...["package.json", "tsconfig.json", "node_modules/.package-lock.json"],
  ...["packages", "examples"].flatMap((folder) =>
    readdirSync(join(workspace, folder)).map((name) => `${folder}/${name}/package.json`),
  ),
  ...["bundle.mjs", "programs.mjs"].map((name) => `scripts/release/${name}`),
  "scripts/build/make-build.mjs",
];

/**
 * Builds a program into a new folder below `builds`, unless another process has just done so, and returns that folder.
 * Rejects with esbuild's error, which esbuild has printed.
 */
export async function makeBuild(builds, program) {
  const release = takeLock("build", { folder: builds, abandonedAfterMs });
  try {
    return findFreshBuild(builds, workspace) ?? (await build(builds, program));
  } finally {
    release();
  }
}

async function build(builds, program) {
  const readSince = Date.now();
  const before = readCurrent(builds);
  const making = join(builds, `making-${process.pid}`);
  const inputs = await bundle({
    ...program,
    folder: making,
    carried: inPlace(program, making),
    hasSourceMaps: true,
  });
  const name = hashOf(making);
  const folder = join(builds, name);
  // What was built before may run, and has its compiled code beside it.
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  const own = inputs.filter((path) => !path.includes("node_modules/"));
  saveCurrent(builds, { name, files: stampFiles(workspace, [...own, ...alsoRead()], readSince) });
  removeOldBuilds(builds, [name, before?.name]);
  return folder;
}

/** What the program reads beside its code is read where it lies in the workspace; what is built with it, beside it. */
function inPlace({ carried, entries }, folder) {
  const isBuilt = (path) => Object.values(entries).includes(path);
  return Object.fromEntries(
    Object.entries(carried).map(([path, { to }]) => {
      const there = relative(folder, join(workspace, path)).replaceAll("\\", "/");
      return [path, { to: isBuilt(path) ? to : there }];
    }),
  );
}

function hashOf(folder) {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
