// Builds a library for those who import it and, where its package.json has a door for them, into `dist/cjs` for those
// who require it. Run in the package's folder, as its `build`.
// Plain JavaScript on purpose: npm runs it while it packs, on whatever `node` is found first.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages, workspace } from "./production-parts.mjs";

const compiler = join(workspace, "node_modules/typescript/bin/tsc");
const forRequire = [
  ...["--module", "commonjs", "--moduleResolution", "bundler"],
  ...["--verbatimModuleSyntax", "false", "--outDir", "dist/cjs"],
];

/** Whose types it takes from other packages of ours has them built, unless they are. */
export function buildLibrary(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const needed = publishedPackages[name] && join(workspace, publishedPackages[name]);
    if (needed && !existsSync(join(needed, "dist"))) buildLibrary(needed);
  }
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  compile(folder, []);
  if (!JSON.stringify(manifest.exports).includes('"require":')) return;
  compile(folder, forRequire);
  writeFileSync(join(folder, "dist/cjs/package.json"), '{ "type": "commonjs" }\n');
}

function compile(folder, options) {
  const args = [compiler, "-p", "tsconfig.build.json", ...options];
  execFileSync(process.execPath, args, { cwd: folder, stdio: "inherit" });
}

if (import.meta.filename === process.argv[1]) buildLibrary(process.cwd());
