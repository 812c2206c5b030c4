// `prepack` of a package that is published as one program: builds it, describes it, and puts in place the package.json of
// what is installed, which needs less of npm than the workspace does. With --restore, as `postpack`: the workspace's again.
// Run in the package's folder. Plain JavaScript on purpose: npm runs it on whatever `node` is found first.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
  const { dependencies, devDependencies, scripts, ...manifest } = JSON.parse(text);
  const program = programs[manifest.name];
  await program.before?.();
  await bundle({ ...program, folder: join(process.cwd(), "dist") });
  execFileSync(process.execPath, [fileURLToPath(new URL("describe-package.mjs", import.meta.url))]);
  writeFileSync(kept, text);
  writeFileSync(
    manifestFile,
    `${JSON.stringify({ ...manifest, ...program.manifest() }, null, 2)}\n`,
  );
}
