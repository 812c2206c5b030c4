// `prepack` of whatever is published: builds it, describes it, and puts in place the package.json of what is installed,
// which differs from the workspace's. With --restore, as `postpack`: the workspace's again.
// Run in the package's folder. Plain JavaScript on purpose: npm runs it on whatever `node` is found first.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildLibrary } from "./build-library.mjs";
import { bundle } from "./bundle.mjs";
import { programs } from "./programs.mjs";

const manifestFile = "package.json";
const kept = ".package.json.workspace";

restore();
if (!process.argv.includes("--restore")) await prepare();

/** Also after a pack that was cut short. */
function restore() {
  if (existsSync(kept)) renameSync(kept, manifestFile);
}

async function prepare() {
  const text = readFileSync(manifestFile, "utf8");
  const manifest = JSON.parse(text);
  const program = programs[manifest.name];
  await program?.before?.();
  if (program) await bundle({ ...program, folder: join(process.cwd(), "dist") });
  else buildLibrary(process.cwd());
  execFileSync(process.execPath, [fileURLToPath(new URL("describe-package.mjs", import.meta.url))]);
  const published = program ? program.manifest(manifest) : withoutSource(manifest);
  writeFileSync(kept, text);
  writeFileSync(manifestFile, `${JSON.stringify(published, null, 2)}\n`);
}

/** A library as others see it: without the door to its source, and without what only we run. */
function withoutSource({ devDependencies, scripts, ...manifest }) {
  const hidden = (key, value) => (key === "meetbot-source" ? undefined : value);
  return JSON.parse(JSON.stringify(manifest, hidden));
}
