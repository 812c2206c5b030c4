// Builds a library for those who import it and, into `dist/cjs`, for those who require it. Run in the package's folder.
// Plain JavaScript on purpose: npm runs it while it packs, on whatever `node` is found first.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "./production-parts.mjs";

const compiler = join(workspace, "node_modules/typescript/bin/tsc");
const forRequire = ["--module", "commonjs", "--moduleResolution", "bundler"];

rmSync("dist", { recursive: true, force: true });
compile();
compile(...forRequire, "--verbatimModuleSyntax", "false", "--outDir", "dist/cjs");
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');

function compile(...options) {
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json", ...options], {
    stdio: "inherit",
  });
}
